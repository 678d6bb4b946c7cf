import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { Meaning } from "../calls/meaning.js";
import { itemsOf } from "../program/collections.js";
import type { Link } from "../program/sequence.js";
import { readRegularization } from "../values/read-regularization.js";
import { readSetting } from "../values/read-value.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf, trimmed } from "../values/recorder.js";
import { forget } from "./unknown-code.js";

export type Settings = Record<string, Setting<Value>>;

/** What is set for the whole network. */
export class NetworkSettings {
  readonly train: Settings = {};
  readonly defaults: Settings = {};

  constructor(private readonly recorder: Recorder) {}

  /** Reads a call by what it means; a call without a meaning is noted only. */
  call(link: Link, owner: string, meaning: Meaning | undefined): void {
    if (isListOfPenalties(link, this.recorder)) {
      this.recorder.method(link, owner, null);
      Object.assign(this.train, readRegularization(link, "train", this.recorder));
      return;
    }
    this.recorder.method(link, owner, meaning?.key ?? null);
    const setting = meaning && readSetting(meaning, link, meaning.key, this.recorder);
    if (!meaning || !setting) return;
    const [section = "", key = ""] = meaning.key.split(".");
    const target = section === "defaults" ? this.defaults : this.train;
    target[key] = link.isCertain ? setting : settingOf({ value: undefined }, trimmed(link), meaning.key);
  }

  setOutputs(link: Link): void {
    const [first] = link.args;
    const list = first && itemsOf(this.recorder.meant(first).expression);
    const names = (list?.items ?? link.args).map((argument) => this.recorder.plain(argument).value);
    const known = names.every((name) => typeof name === "string") ? (names as readonly string[]) : undefined;
    this.train.outputs = settingOf({ value: link.isCertain ? known : undefined }, trimmed(link), "train.outputs");
  }

  /** What was set so far may have been set again. */
  forget(): void {
    forget(this.train);
    forget(this.defaults);
  }
}

/** `regularization(List<Regularization>)` of 1.0.0-beta4, not 0.x's switch. */
export function isListOfPenalties({ name, args }: Link, recorder: Recorder): boolean {
  const [first] = args;
  if (!/^regularization(Bias)?$/.test(name) || !first || first.kind === "literal") return false;
  return name === "regularizationBias" || itemsOf(recorder.meant(first).expression) !== undefined;
}
