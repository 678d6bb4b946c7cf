/** The guideline's sections, one page each in `core/src/guidelines/`. */
export type GuidelineSection =
  | "data"
  | "init"
  | "epochs"
  | "learning-rate"
  | "activation"
  | "loss"
  | "regularization"
  | "minibatch"
  | "updater"
  | "gradient"
  | "recurrent"
  | "pretraining"
  | "shape"
  | "api";

/** What a setting is, for hovers and completions. */
export interface SettingFacts {
  readonly title: string;
  /** One or two sentences. */
  readonly meaning: string;
  readonly section: GuidelineSection;
  /** What is in force where it is not written, in words; absent: nothing is. */
  readonly usual?: string;
}

export type SettingTable = Readonly<Record<string, SettingFacts>>;
