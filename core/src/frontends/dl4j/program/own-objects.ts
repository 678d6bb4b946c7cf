import type { Expression, Invoke } from "./expression.js";
import { meantBy } from "./expression.js";
import type { MadeObject } from "./made-object.js";
import { argumentsFor } from "./methods.js";
import type { Run } from "./run.js";

/** Kotlin's `config.units = 8` on an object of a class of this file; false for any other call. */
export function isPropertySet(object: MadeObject, { isAssignment, nameRange, args }: Invoke, { course, environment }: Run): boolean {
  const [value] = args;
  if (isAssignment !== true || !value) return false;
  const { scope } = course;
  const [field] = scope.fieldsAbove(object.type, scope.program.text.slice(nameRange.start, nameRange.end));
  if (field) environment.setField(object, field, meantBy(value));
  return field !== undefined;
}

/** `config.copy(units = 8)`: an object of the same data class, with other values for some of its constructor's parameters. */
export function copyOf(object: MadeObject, call: Invoke, run: Run): MadeObject | undefined {
  const { scope } = run.course;
  const primary = call.name === "copy" ? scope.constructorsOf(object.type).find(({ isPrimary }) => isPrimary === true) : undefined;
  if (!primary) return undefined;
  const copy = run.note({ ...object, range: call.range, born: run.path, happenings: [] });
  const given = argumentsFor({ args: call.args, argNames: call.argNames ?? [] }, { ...primary, defaults: [] });
  primary.parameters.forEach((name, index) => {
    const [field] = scope.fieldsAbove(object.type, name);
    const argument: Expression | undefined = given[index];
    if (field) run.environment.setField(copy, field, argument ? meantBy(argument) : (run.environment.fieldOf(object, field) ?? null));
  });
  return copy;
}
