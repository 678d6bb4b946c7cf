import type { Change, NewLayer } from "../../../model/change.js";
import type { TextEdit } from "../../../model/range.js";
import type { ParsedFile } from "../../../model/written.js";
import type { NetworkNode } from "../syntax/tree.js";
import { parseSyntax } from "../syntax/parse.js";
import { ProblemList } from "../syntax/problem-list.js";
import { EditedText } from "./edited-text.js";
import { insertLayer, removeLayer, replaceKind, settingsToRemove, wrapLayer } from "./layer-edits.js";
import { locate } from "./locate.js";
import { removeSetting, setSetting } from "./set.js";

/** The edits of one step on the present text; `null`: it cannot be said. */
type Step = (text: string, network: NetworkNode) => readonly TextEdit[] | null;

/** A network whose text is edited step by step. */
interface Editor {
  /** Makes one step; false where it cannot be said. */
  readonly make: (step: Step) => boolean;
  readonly network: () => NetworkNode | undefined;
}

/**
 * The edits that make all changes to a network. They are made one after the other on the text, so that each sees what
 * the ones before it wrote: two settings of a new section, a clipping and its threshold.
 */
export function editNetwork(file: ParsedFile, index: number, changes: readonly Change[]): readonly TextEdit[] | null {
  const edited = new EditedText(file.text);
  const network = (): NetworkNode | undefined => parseSyntax(edited.text, new ProblemList(edited.text)).networks[index];
  const make = (step: Step): boolean => {
    const node = network();
    const edits = node === undefined ? null : step(edited.text, node);
    if (edits !== null) edited.apply(edits);
    return edits !== null;
  };
  const made = inOrder(changes, network()).every((change) => makeChange({ make, network }, change));
  return made ? edited.edits() : null;
}

/**
 * Settings first: their addresses are those of the text as it stands; what is written within another's value after that
 * value. Then layers from the last to the first, so that the indices stay right; insertions at one place in the order given.
 */
function inOrder(changes: readonly Change[], network: NetworkNode | undefined): readonly Change[] {
  const depth = (change: Change): number =>
    change.kind === "set" && network !== undefined ? (locate(network, change.address)?.path.length ?? 0) : 0;
  const settings = changes.filter((change) => layerPosition(change) === null).sort((a, b) => depth(a) - depth(b));
  const layers = changes.filter((change) => layerPosition(change) !== null).reverse();
  return [...settings, ...layers.sort((a, b) => (layerPosition(b) ?? 0) - (layerPosition(a) ?? 0))];
}

/** Where among the layers a change takes place; `null` for a setting. */
function layerPosition(change: Change): number | null {
  switch (change.kind) {
    case "insertLayer":
      return change.before - 0.5;
    case "replaceLayer":
    case "removeLayer":
    case "changeKind":
    case "wrapLayer":
      return change.index;
    default:
      return null;
  }
}

function makeChange({ make, network }: Editor, change: Change): boolean {
  switch (change.kind) {
    case "set":
      return make((text, node) => setSetting(text, node, change.address, change.value));
    case "remove":
      return make((text, node) => removeSetting(text, node, change.address));
    case "merge":
      return makeMerge(make, change);
    case "insertLayer":
      return make((text, node) => insertLayer(text, node, change.before, change.layer));
    case "removeLayer":
      return make((text, node) => removeLayer(text, node, change.index));
    case "replaceLayer":
      return makeReplacement({ make, network }, change.index, change.layer);
    case "changeKind":
      return makeKind(make, change.index, change.layer);
    case "wrapLayer":
      return make((text, node) => wrapLayer(text, node, change.index, change.wrapper));
    case "respell":
      // names that lead nowhere are mistakes of the text itself, and layers have no numbers
      return false;
  }
}

function makeMerge(make: Editor["make"], { address, value, remove }: Extract<Change, { kind: "merge" }>): boolean {
  const others = remove.filter((one) => one !== address && !one.startsWith(`${address}.`));
  const isSet = make((text, node) => setSetting(text, node, address, value));
  return isSet && others.every((one) => make((text, node) => removeSetting(text, node, one)));
}

/** The kind, then the settings one by one: text that stays right stays as it is. */
function makeReplacement({ make, network }: Editor, index: number, layer: NewLayer): boolean {
  const address = `layers.${String(index)}`;
  const node = network();
  const gone = node === undefined ? null : settingsToRemove(node, index, layer);
  return (
    gone !== null &&
    gone.every((name) => make((text, present) => removeSetting(text, present, `${address}.${name}`))) &&
    makeKind(make, index, layer)
  );
}

function makeKind(make: Editor["make"], index: number, layer: NewLayer): boolean {
  const address = (name: string) => `layers.${String(index)}.${name}`;
  return (
    make((_text, present) => replaceKind(present, index, layer)) &&
    Object.entries(layer.settings).every(([name, value]) => make((text, present) => setSetting(text, present, address(name), value)))
  );
}
