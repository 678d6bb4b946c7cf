import { h, type ComponentChild } from "preact";
import type { FindingEvent } from "../../../../runner/src/protocol/events.js";
import type { RunState } from "../../training/run-state.js";
import type { Surroundings } from "./run-view.js";
import { withCode } from "./with-code.js";

/** What a run showed, each with the way to its line and its page. */
export function findingList({ findings, uri, end }: RunState, surroundings: Surroundings): ComponentChild {
  if (findings.length === 0) {
    const text = end && end.steps < 10 ? "The run was too short to tell." : "Nothing wrong was seen.";
    return h("p", { class: "quiet" }, text);
  }
  const dismiss = () => surroundings.act({ action: "dismiss", uri });
  return h(
    "div",
    {},
    h("ul", { class: "findings" }, ...findings.map((finding) => item(finding, uri, surroundings))),
    h("button", { type: "button", class: "link", onClick: dismiss }, "Take these findings out of the editor"),
  );
}

function item({ rule, severity, message, detail, range, layer }: FindingEvent, uri: string, { act, pages }: Surroundings): ComponentChild {
  const { line, character } = range.start;
  const link = (text: string, onClick: () => void) => h("button", { type: "button", class: "link", onClick }, text);
  const where = link(`line ${line + 1}`, () => act({ action: "reveal", uri, line, character }));
  const why = pages.includes(rule) ? link(rule, () => act({ action: "explain", rule })) : h("code", {}, rule);
  return h(
    "li",
    { class: severity },
    h("p", {}, h("strong", { class: "severity" }, severity), " ", ...withCode(message)),
    h("p", { class: "quiet" }, ...withCode(detail)),
    h("p", { class: "links" }, where, layer === null ? null : ` · layer ${layer}`, " · ", why),
  );
}
