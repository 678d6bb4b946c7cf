import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import { isCall } from "../../../model/value.js";
import type { Path } from "../program/path.js";
import { includes } from "../program/path.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import { classNameOf } from "./objects.js";
import type { ReadIterator } from "./read-iterator.js";
import type { Fit } from "./training.js";

/** An iterator with the number of examples that a `fit` trains on, where that is not what the iterator itself says. */
export function withExamples({ iterator, batchSize }: ReadIterator, fit: Fit, recorder: Recorder): Setting<Value> {
  if (!isCall(iterator.value)) return iterator;
  const own = iterator.value.args.examples;
  const examples = limitedExamples(own, batchSize, fit, recorder) ?? (isOneMinibatch(fit) ? (own ?? batchSize) : own);
  if (examples === undefined || examples === own) return iterator;
  return { ...iterator, origin: "explicit", value: { ...iterator.value, args: { ...iterator.value.args, examples } } };
}

/** `new EarlyTerminationDataSetIterator(iter, n)`: n minibatches of what there is. */
function limitedExamples(
  own: Setting<Value> | undefined,
  batchSize: Setting<Value> | undefined,
  { data }: Fit,
  recorder: Recorder,
): Setting<Value> | undefined {
  const wrapper = data.wrappers.find((one) => classNameOf(one).startsWith("EarlyTermination"));
  const count = wrapper?.made?.args[1];
  if (!wrapper || !count) return undefined;
  const { value } = recorder.plain(count);
  const product = typeof value === "number" && typeof batchSize?.value === "number" ? value * batchSize.value : undefined;
  const most = own === undefined ? Infinity : own.value;
  const examples = product === undefined || typeof most !== "number" ? undefined : Math.min(product, most);
  return settingOf({ value: examples }, count.range, "data.train.examples");
}

/** `fit(iterator.next())` outside of the loop that goes through it: one minibatch is all that is trained on. */
function isOneMinibatch({ data, network }: Fit): boolean {
  const taken = data.chain.find((one) => one.taken?.by.name === "next");
  return taken !== undefined && !isInLoop(taken.born, network.born);
}

/** True when something happens again and again to what was made on the other path. */
export function isInLoop(path: Path | null, outside: Path | null): boolean {
  for (let at = path; at && !includes(outside, at); at = at.parent) if (at.kind === "loop") return true;
  return false;
}
