import type { Program } from "../program/program.js";

/** A program's package, its classes' supertypes, and how names of classes are looked up in it: Java language specification, chapter 6.5. */

/** The package that a text declares; empty for none. */
export function packageOf(text: string): string {
  return /^\s*package\s+([\w.]+)/m.exec(text)?.[1] ?? "";
}

/** Packages of libraries: their classes are not the workspace's. */
const libraries = /^(org\.(deeplearning4j|nd4j|datavec|bytedeco|slf4j|apache|junit)|javax?|kotlin|scala|lombok|com\.google)(\.|$)/;

/** False for classes of libraries, unless the file is of that library itself (its examples, its tests). */
function mayBeHere(name: string, ownPackage: string): boolean {
  const library = libraries.exec(name)?.[1];
  return library === undefined || ownPackage.startsWith(library);
}

/**
 * What a class may be called in full, by falling precedence: an imported one, one of the own package, one of a package that is
 * imported whole. Several in one group: the one that exists.
 * @param name the class, perhaps with classes inside it: `Config`, `Config.Training`
 */
export function fullNamesOf(name: string, { imports, text }: Program): readonly (readonly string[])[] {
  const own = packageOf(text);
  const [head = ""] = name.split(".");
  const ofClasses = imports.filter((one) => !one.isStatic);
  const imported = ofClasses.find((one) => !one.isWildcard && one.path.endsWith(`.${head}`));
  if (imported) return [[imported.path.slice(0, -head.length) + name]].filter((names) => names.every((one) => mayBeHere(one, own)));
  const here = own === "" ? name : `${own}.${name}`;
  const wildcards = ofClasses.filter((one) => one.isWildcard).map((one) => `${one.path}.${name}`);
  return [[here], wildcards.filter((one) => mayBeHere(one, own))].filter((names) => names.length > 0);
}

/** The classes that a bare name may be a constant of: those that the file's classes inherit from, and static imports. */
export function ownersOf(constant: string, program: Program): readonly (readonly string[])[] {
  const own = packageOf(program.text);
  const statics = program.imports.filter((one) => one.isStatic && mayBeHere(one.path, own));
  const named = statics.filter((one) => !one.isWildcard && one.path.endsWith(`.${constant}`));
  const whole = statics.filter((one) => one.isWildcard);
  return [
    ...supertypesOf(program.text).flatMap((type) => fullNamesOf(type, program)),
    named.map((one) => one.path.slice(0, -constant.length - 1)),
    whole.map((one) => one.path),
  ].filter((names) => names.length > 0);
}

/** The types that a file's classes extend or implement. */
export function supertypesOf(text: string): readonly string[] {
  const headers = [...text.matchAll(/\b(?:class|interface|enum|record)\s+\w+[^{;]*?\b(?:extends|implements)\s+([^{;]+)\{/g)];
  const names = headers.flatMap(([, list = ""]) => list.replace(/<[^<>]*>/g, "").split(/\b(?:extends|implements|permits)\b|,/));
  return [...new Set(names.map((name) => name.trim()).filter((name) => /^[A-Z][\w.]*$/.test(name)))];
}
