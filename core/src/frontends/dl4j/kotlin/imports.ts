import type { Items } from "./items.js";
import type { Reading } from "./reading.js";
import { rangeOf } from "./reading.js";

/** `import a.b.C`, `import a.b.*`, `import a.b.C as D` */
export function readImport(items: Items, reading: Reading): true {
  const word = items.take();
  const path = word && !items.isOnNewLine ? items.take() : undefined;
  if (!word || !path) return true;
  const isWildcard = items.next !== undefined && items.textOf(items.next) === "*" && items.take() !== undefined;
  const written = reading
    .span(path)
    .replace(/[\s`]+/g, "")
    .replace(/\.$/, "");
  const [last = "", owner = ""] = written.split(".").reverse();
  const isOfClass = isWildcard ? /^[A-Z]/.test(last) : /^[A-Z]/.test(owner) && /^[A-Z0-9_]+$/.test(last);
  if (items.takeIf("as")) {
    const alias = items.take();
    if (alias) reading.classAliases.set(reading.span(alias), last);
  }
  const range = { ...rangeOf(word), end: items.endOfTaken(path.to) };
  reading.imports.push({ path: written, isStatic: isOfClass, isWildcard, range });
  return true;
}

/** `typealias Conf = NeuralNetConfiguration.Builder` */
export function readTypeAlias(items: Items, reading: Reading): void {
  items.take();
  const name = items.take();
  while (items.next && !items.isOnNewLine && items.next.name !== "Assign") items.take();
  if (!items.takeIf("Assign")) return;
  const type = items.take();
  if (type && (type.name === "Member" || type.name === "Name")) reading.classAliases.set(reading.span(name), reading.span(type));
  while (items.next && !items.isOnNewLine) items.take();
}
