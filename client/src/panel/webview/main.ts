import { Fragment, h, render } from "preact";
import type { PanelAction, PanelUpdate } from "../messages.js";
import "./panel.css";
import { phaseText } from "./run-header.js";
import { runView } from "./run-view.js";

/** What the editor gives to a webview's script. */
declare function acquireVsCodeApi(): {
  postMessage(message: PanelAction): void;
  getState(): unknown;
  setState(state: PanelUpdate): void;
};

const editor = acquireVsCodeApi();
const root = document.getElementById("panel") ?? document.body;
/** What changes is said to those who do not see it, outside of what is drawn anew. */
const announcement = document.createElement("p");
announcement.className = "unseen";
announcement.setAttribute("role", "status");
const content = document.createElement("div");
root.append(announcement, content);

let shown: PanelUpdate = { run: null, pages: [] };

/** True for what this extension's host sends, and for what this script kept before the panel was hidden; not for an older version's. */
function isUpdate(value: unknown): value is PanelUpdate {
  if (typeof value !== "object" || value === null || !("run" in value) || !("pages" in value)) return false;
  return value.run === null || (typeof value.run === "object" && "compared" in value.run);
}

/** A run that the host knows no more: it ended with the window that started it. */
function interrupted(run: PanelUpdate["run"]): PanelUpdate["run"] {
  if (!run || run.phase === "ended" || run.phase === "failed") return run;
  return {
    ...run,
    phase: "failed",
    error: { message: "This training ended when the window was closed.", hint: "Train again to see it through." },
  };
}

const nothingYet = "Nothing has been trained yet. Put the cursor into a network and run “nnlint: Run Quick Training”.";

function draw(): void {
  const { run, pages } = shown;
  const hadFocus = content.contains(document.activeElement);
  const act = (action: PanelAction) => editor.postMessage(action);
  const view = run ? runView(run, { width: content.clientWidth, pages, act }) : [h("p", { class: "quiet" }, nothingYet)];
  render(h(Fragment, null, ...view), content);
  // A button that is no longer offered must not take the keyboard's place with it.
  if (hadFocus && !content.contains(document.activeElement)) content.querySelector("button")?.focus();
  const said = run ? `${run.network}: ${phaseText(run)}` : "";
  if (announcement.textContent !== said) announcement.textContent = said;
}

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (!isUpdate(data)) return;
  shown = data.run ? data : { ...data, run: interrupted(shown.run) };
  editor.setState(shown);
  draw();
});
const kept = editor.getState();
if (isUpdate(kept)) shown = kept;
let drawnWidth = -1;
new ResizeObserver(() => {
  if (content.clientWidth === drawnWidth) return;
  drawnWidth = content.clientWidth;
  draw();
}).observe(content);
editor.postMessage({ action: "ready" });
