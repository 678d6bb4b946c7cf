import type { Fix } from "../../../core/src/model/change.js";
import type { Severity } from "../../../core/src/model/finding.js";
import type { Layer, Network } from "../../../core/src/model/network.js";
import type { Setting } from "../../../core/src/model/setting.js";
import type { Anchor } from "../../../core/src/rules/define-rule.js";
import type { RunHistory } from "../run/history.js";

/** What a run showed of a network's illness, and the setting that explains it. */
export interface Symptom {
  /** `run/…` */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, with the numbers measured. */
  readonly message: string;
  /** Why, and what it is measured against. */
  readonly detail: string;
  /** The numbers behind the verdict. */
  readonly evidence: Readonly<Record<string, number | null | string | number[]>>;
  /** The layer's id; `null` when it is about the whole network. */
  readonly layer: string | null;
  readonly at: Setting<unknown> | Anchor;
  readonly fixes: readonly Fix[];
}

/** Looks for one symptom in what a run recorded. Says nothing about runs that are too short to tell. */
export type FindSymptom = (history: RunHistory, network: Network) => readonly Symptom[];

/** The layer with this id. */
export function layerById({ layers }: Network, id: string): Layer | undefined {
  return layers.find((layer) => layer.id === id);
}

/** Mean of the numbers. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle of the numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/** A number in a message: three significant digits. */
export function shown(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A share in a message: `62 %`. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
