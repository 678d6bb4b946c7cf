import type { Range } from "../../../model/range.js";
import type { Construct, Invoke } from "./expression.js";
import type { Frame } from "./environment.js";
import type { Statement } from "./program.js";
import type { Path } from "./path.js";

/** Something that was done with an object. */
export interface Happening {
  /** A call on it; with `isHandedOver` one that it was an argument of. The arguments are as they were then. */
  readonly call: Construct | Invoke;
  readonly isHandedOver: boolean;
  readonly path: Path | null;
  /** Counts what happens in the course of a run, whatever it happens to; below 0 for what another method may have done before. */
  readonly order: number;
}

/** An object that the program makes: its constructor, and what happens to it in the order in which it happens. */
export interface MadeObject {
  /** `NeuralNetConfiguration.Builder`, `Adam.Builder` (also for `Adam.builder()`), `BatchNormalization`. */
  readonly type: string;
  readonly typeRange: Range;
  /** The constructor with its arguments as they were; `null` for `X.builder()` and objects that came from elsewhere. */
  readonly made: Construct | null;
  readonly range: Range;
  readonly born: Path | null;
  readonly happenings: Happening[];
  /** The builder that this one goes on from, and how far it was then: `builder.list()`, `listBuilder.build()`. */
  readonly from: { readonly object: MadeObject; readonly calls: number } | null;
  /** It was set up in another file: what was done with it before is not known. */
  readonly isFromElsewhere?: boolean;
  /** Data that is taken from other data, and by which call. */
  readonly taken?: { readonly from: MadeObject; readonly by: Invoke };
  /** The run that made it: another one makes its own objects from the same text. */
  readonly run?: object;
  /** It was there before the method was called that a run begins with: who calls the method again finds the same object. */
  readonly isSetUp?: boolean;
  /** It opens or is a network's configuration. */
  readonly network?: NetworkPart;
  /** Its class is declared in this file: its fields and methods are known. */
  readonly isOwn?: boolean;
  /** It may be of a class below its type. */
  readonly isMaybeBelow?: boolean;
}

/** The part that an object plays in making a network. */
export interface NetworkPart {
  /** `open`: its builder, from `list()` or `graphBuilder()` on. `built`: what `build()` returned. */
  readonly state: "open" | "built";
  /** The call that opened it, or the class of a builder that is one by itself. */
  readonly opening: Range;
  readonly kind: "layers" | "graph" | "transfer";
  /** The call that made this object; `null` for a constructor. */
  readonly call: Invoke | null;
  /** Where that call was run. */
  readonly statement: Statement | null;
  readonly frame: Frame;
}
