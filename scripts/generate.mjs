// Writes core/src/generated/: the parsers of .nnet and Kotlin from their grammars, and the text of the rule and guideline pages.
// Everything here is made anew in well under a second, so none of it is committed.
import { buildParserFile } from "@lezer/generator";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const generated = path.join(root, "core/src/generated");

/** Every `.md` file below a folder, by its path without the ending: `learning-rate/too-high` → text. */
function pagesBelow(folder) {
  const pages = {};
  if (!existsSync(folder)) return pages;
  for (const entry of readdirSync(folder, { recursive: true }).sort()) {
    if (!entry.endsWith(".md")) continue;
    pages[entry.slice(0, -".md".length).split(path.sep).join("/")] = readFileSync(path.join(folder, entry), "utf8");
  }
  return pages;
}

function write(name, text) {
  const file = path.join(generated, name);
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  writeFileSync(file, text);
}

/** A parser and the numbers of its nodes from a Lezer grammar. */
function writeParser(name, file) {
  const grammar = path.join(root, file);
  const { parser, terms } = buildParserFile(readFileSync(grammar, "utf8"), { fileName: grammar, moduleStyle: "es", typeScript: true });
  write(`${name}-parser.ts`, parser.replace(/from "\.\/.*terms.*"/, `from "./${name}-terms.js"`));
  write(`${name}-terms.ts`, terms);
}

export function generate() {
  mkdirSync(generated, { recursive: true });
  writeParser("nnet", "core/src/frontends/nnet/nnet.grammar");
  writeParser("kotlin", "core/src/frontends/dl4j/kotlin/kotlin.grammar");
  const record = (name, pages) =>
    `/** Made by scripts/generate.mjs. */\nexport const ${name}: Readonly<Record<string, string>> = ${JSON.stringify(pages, null, 2)};\n`;
  write("rule-pages.ts", record("rulePages", pagesBelow(path.join(root, "core/src/rules"))));
  write("guideline-pages.ts", record("guidelinePages", pagesBelow(path.join(root, "core/src/guidelines"))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generate();
