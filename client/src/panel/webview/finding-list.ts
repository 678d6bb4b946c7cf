import type { FindingEvent } from "../../../../runner/src/protocol/events.js";
import type { RunState } from "../../training/run-state.js";
import type { Surroundings } from "./run-view.js";
import { button, element, withCode } from "./elements.js";

/** What a run showed, each with the way to its line and its page. */
export function findingList({ findings, uri, end }: RunState, surroundings: Surroundings): HTMLElement {
  if (findings.length === 0) {
    const text = end && end.steps < 10 ? "The run was too short to tell." : "Nothing wrong was seen.";
    return element("p", { class: "quiet" }, text);
  }
  const items = findings.map((finding) => item(finding, uri, surroundings));
  const dismiss = button("Dismiss from the editor", () => surroundings.act({ action: "dismiss" }), { class: "link" });
  return element("div", {}, element("ul", { class: "findings" }, ...items), dismiss);
}

function item({ rule, severity, message, detail, range, layer }: FindingEvent, uri: string, { act, pages }: Surroundings): HTMLElement {
  const { line, character } = range.start;
  const where = button(`line ${line + 1}`, () => act({ action: "reveal", uri, line, character }), { class: "link" });
  const why = pages.includes(rule) ? button(rule, () => act({ action: "explain", rule }), { class: "link" }) : element("code", {}, rule);
  return element(
    "li",
    { class: severity },
    element("p", {}, element("strong", { class: "severity" }, severity), " ", ...withCode(message)),
    element("p", { class: "quiet" }, ...withCode(detail)),
    element("p", { class: "links" }, where, layer === null ? null : ` · layer ${layer}`, " · ", why),
  );
}
