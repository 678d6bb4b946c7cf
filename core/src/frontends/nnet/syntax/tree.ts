import type { Comment } from "../../../model/written.js";
import type { Range } from "../../../model/range.js";

/** The text as the grammar sees it, with every part that is there; a part that is missing is `null`. */
export interface SyntaxFile {
  readonly networks: readonly NetworkNode[];
  readonly comments: readonly Comment[];
}

/** A word in the text. */
export interface NameNode {
  readonly text: string;
  readonly range: Range;
}

export interface NetworkNode {
  readonly range: Range;
  readonly name: NameNode | null;
  /** The word `network`; where it is missing, the first word of what belongs to the network. */
  readonly keyword: NameNode;
  /** Just after `{`; `null` when there is none. */
  readonly open: number | null;
  /** Just before `}`; `null` when there is none. */
  readonly close: number | null;
  readonly items: readonly ItemNode[];
}

export type ItemNode = SectionNode | InputNode | LayerNode;

export interface SectionNode {
  readonly kind: "section";
  readonly range: Range;
  readonly keyword: NameNode;
  readonly section: SectionName;
  readonly block: BlockNode | null;
}

export type SectionName = "data" | "train" | "defaults";

export interface InputNode {
  readonly kind: "input";
  readonly range: Range;
  readonly keyword: NameNode;
  readonly value: ValueNode | null;
  readonly block: BlockNode | null;
}

/** A layer or a vertex. */
export interface LayerNode {
  readonly kind: "layer" | "vertex";
  readonly range: Range;
  readonly keyword: NameNode;
  readonly layerKind: KindNode | null;
  readonly name: NameNode | null;
  readonly from: readonly NameNode[];
  readonly block: BlockNode | null;
}

export interface KindNode {
  readonly kind: "kind";
  readonly range: Range;
  readonly name: NameNode;
  readonly args: readonly (KindNode | NumberNode)[];
}

/** Range with the braces. */
export interface BlockNode {
  readonly range: Range;
  readonly closed: boolean;
  readonly entries: readonly (PropertyNode | SubBlockNode)[];
}

export interface PropertyNode {
  readonly kind: "property";
  /** Key and value, without the comma. */
  readonly range: Range;
  /** Without text where the key is missing. */
  readonly key: NameNode;
  readonly value: ValueNode | null;
  readonly comma: Range | null;
}

export interface SubBlockNode {
  readonly kind: "block";
  readonly range: Range;
  readonly key: NameNode;
  readonly block: BlockNode;
}

export type ValueNode = NumberNode | StringNode | BooleanNode | WordNode | ListNode | CallNode;

export interface NumberNode {
  readonly kind: "number";
  readonly range: Range;
  readonly value: number;
}

export interface StringNode {
  readonly kind: "string";
  readonly range: Range;
  readonly value: string;
}

export interface BooleanNode {
  readonly kind: "boolean";
  readonly range: Range;
  readonly value: boolean;
}

/** A bare name. */
export interface WordNode {
  readonly kind: "word";
  readonly range: Range;
  readonly text: string;
  /** Written as in Java, with its class: `Activation.RELU`. */
  readonly asJava: boolean;
}

export interface ListNode {
  readonly kind: "list";
  readonly range: Range;
  readonly items: readonly ValueNode[];
}

export interface CallNode {
  readonly kind: "call";
  readonly range: Range;
  readonly name: NameNode;
  /** Written as in Java: `new Adam(…)`. The name's range then has all of that. */
  readonly asJava: boolean;
  readonly args: readonly ArgumentNode[];
  /** What an unclosed call took in of the lines below it; not among the arguments. */
  readonly overrun: readonly ArgumentNode[];
}

export interface ArgumentNode {
  /** Name and value. */
  readonly range: Range;
  /** A parameter's name, or a position of a map schedule. */
  readonly key: NameNode | null;
  readonly value: ValueNode;
}
