import pc from "picocolors";
import type { ClassScores, EndEvent } from "../../../runner/src/protocol/events.js";

/** Wider matrices do not fit beside the rest. */
const mostColumns = 12;

/** For each class precision and recall, and as what its examples were answered; nothing for runs without classes. */
export function classesText({ classes = [], metricOn }: Pick<EndEvent, "classes" | "metricOn">): string {
  const data = metricOn === "test" ? "test" : "training";
  return classes
    .map((scores) => {
      const of = classes.length > 1 ? `${scores.output}, ` : "";
      return `\n${pc.dim(`  ${of}${data} data`)}\n${table(scores).join("\n")}\n`;
    })
    .join("");
}

function table({ confusion, precision, recall }: ClassScores): string[] {
  const width = Math.max(3, ...confusion.flat().map((count) => String(count).length)) + 1;
  const hasMatrix = confusion.length <= mostColumns;
  const matrix = (cells: readonly (number | string)[]) => (hasMatrix ? cells.map((cell) => String(cell).padStart(width)).join("") : "");
  const head = `  class  precision  recall${hasMatrix ? "   answered as" : ""}${matrix(confusion.map((_, index) => index))}`;
  const gap = " ".repeat("   answered as".length);
  const rows = confusion.map((counts, index) => {
    const cells = counts.map((count, answered) => ({ count, isRight: answered === index }));
    const shown = hasMatrix
      ? cells.map(({ count, isRight }) => (isRight ? pc.green : count > 0 ? pc.yellow : pc.dim)(String(count).padStart(width))).join("")
      : "";
    return `  ${String(index).padStart(5)}  ${percent(precision[index]).padStart(9)}  ${percent(recall[index]).padStart(6)}${hasMatrix ? gap : ""}${shown}`;
  });
  return [pc.dim(head), ...rows];
}

const percent = (share: number | null | undefined) => (share === null || share === undefined ? "–" : `${(100 * share).toFixed(1)} %`);
