import type { Range } from "../../../model/range.js";
import type { Expression, Invoke } from "../program/expression.js";
import type { Recorder } from "../values/recorder.js";
import { objectOf } from "./objects.js";

/** A constant path, and the text that says it. */
export interface WrittenPath {
  readonly value: string;
  readonly range: Range;
}

/** Calls that give the same place in another form: a file of a resource, a path's text. */
const sameFile: ReadonlySet<string> = new Set([
  "getFile",
  "file",
  "getTempFileFromArchive",
  "tempFileFromArchive",
  "toFile",
  "toPath",
  "toURI",
  "toUri",
  "getPath",
  "path",
  "getAbsolutePath",
  "absolutePath",
  "getAbsoluteFile",
  "toString",
]);

/** Calls that find a file among the program's resources; their names may begin with `/`. */
const resourceCalls: ReadonlySet<string> = new Set(["getResource", "asFile"]);

/**
 * The constant path in what a record reader is given: `new FileSplit(new File("data.csv"))`, `new File(folder, "data.csv")`,
 * `new ClassPathResource("data.csv").getFile()`, `Paths.get("data", "train.csv").toFile()`. Resources are named as they lie in
 * their folder (`src/main/resources`).
 */
export function pathIn(expression: Expression, recorder: Recorder): WrittenPath | undefined {
  const value = valueOf(expression, recorder, 0);
  return value === undefined ? undefined : { value, range: rangeOf(expression, recorder) };
}

const deepest = 12;

function valueOf(expression: Expression, recorder: Recorder, depth: number): string | undefined {
  if (depth > deepest) return undefined;
  const inner = (part: Expression | undefined) => part && valueOf(part, recorder, depth + 1);
  const { value } = recorder.plain(expression);
  if (typeof value === "string") return value;
  const { type, made } = objectOf(expression, recorder) ?? {};
  const args = made?.args ?? [];
  if (type === "FileSplit") return inner(args[0]);
  if (type === "File" && args.length < 3) return joined(args.map(inner));
  if (type === "ClassPathResource") return asResource(inner(args[0]));
  const { expression: meant } = recorder.meant(expression);
  if (meant.kind === "select" && sameFile.has(meant.name)) return inner(meant.on);
  return meant.kind === "invoke" ? ofCall(meant, inner) : undefined;
}

function ofCall({ name, on, args }: Invoke, inner: (part: Expression | undefined) => string | undefined): string | undefined {
  if (on && args.length === 0 && sameFile.has(name)) return inner(on);
  if (resourceCalls.has(name) && args.length === 1) return asResource(inner(args[0]));
  const isPath = on?.kind === "name" && ((on.name === "Paths" && name === "get") || (on.name === "Path" && name === "of"));
  return isPath ? joined(args.map(inner)) : undefined;
}

/** Nothing where a part is not known; a parent's slashes are one. */
function joined(parts: readonly (string | undefined)[]): string | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length && known.length > 0 ? known.join("/").replace(/\/{2,}/g, "/") : undefined;
}

function asResource(name: string | undefined): string | undefined {
  return name?.replace(/^\//, "");
}

/** The literal inside, where there is one; else the whole. */
function rangeOf(expression: Expression, recorder: Recorder): Range {
  const { type, made } = objectOf(expression, recorder) ?? {};
  const [first, second] = made?.args ?? [];
  return first && !second && (type === "FileSplit" || type === "File") ? rangeOf(first, recorder) : expression.range;
}
