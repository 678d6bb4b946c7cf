// Writes schemas/: what editors know of nnlint.json and of nnlint.rules in their settings, from the rules themselves.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describedRules } from "../core/src/analysis/describe-rules.js";
import { fileSchema, settingsSchema } from "../core/src/project/json-schema.js";

const folder = path.resolve(import.meta.dirname, "../schemas");

/** The schema files by name. */
export const schemas: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    "nnlint.schema.json": fileSchema(describedRules()),
    "nnlint-settings.schema.json": settingsSchema("nnlint.schema.json"),
  }).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]),
);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(schemas)) writeFileSync(path.join(folder, name), text);
}
