import type { Expression } from "../program/expression.js";
import type { Recorder } from "../values/recorder.js";
import type { IteratorClass, Role } from "./iterator-classes.js";
import { objectOf } from "./objects.js";

/** The arguments of an iterator's constructor by what they are. */
export function argumentsByRole(
  { constructors }: IteratorClass,
  given: readonly Expression[],
  recorder: Recorder,
): ReadonlyMap<Role, Expression> {
  const ofLength = constructors.filter((form) => form.length === given.length);
  const fits = (form: readonly Role[]) => given.every((argument, index) => isLike(form[index] ?? "other", argument, recorder));
  const form = ofLength.find(fits) ?? ofLength[0] ?? [];
  return new Map(form.flatMap((role, index) => (given[index] ? [[role, given[index]] as const] : [])));
}

/** False where an argument is known to be of another kind. */
function isLike(role: Role, argument: Expression, recorder: Recorder): boolean {
  const { value } = recorder.plain(argument);
  switch (role) {
    case "other":
      return true;
    case "reader":
    case "labelReader":
    case "source":
      return value === undefined;
    case "trainSet":
      return value === undefined && objectOf(argument, recorder) === undefined;
    case "train":
    case "regression":
      return value === undefined ? objectOf(argument, recorder) === undefined : typeof value === "boolean";
    default:
      return value === undefined ? objectOf(argument, recorder) === undefined : typeof value === "number";
  }
}
