import type { PanelAction, PanelUpdate } from "../messages.js";
import { element } from "./elements.js";
import "./panel.css";
import { phaseText, runView } from "./run-view.js";

/** What the editor gives to a webview's script. */
declare function acquireVsCodeApi(): {
  postMessage(message: PanelAction): void;
  getState(): unknown;
  setState(state: PanelUpdate): void;
};

const editor = acquireVsCodeApi();
const root = document.getElementById("panel") ?? document.body;
const announcement = element("p", { class: "unseen", role: "status" });
const content = element("div", {});
root.append(announcement, content);

let shown: PanelUpdate = { run: null, pages: [] };

/** True for what this extension's host sends, and for what this script kept before the panel was hidden. */
function isUpdate(value: unknown): value is PanelUpdate {
  return typeof value === "object" && value !== null && "run" in value && "pages" in value;
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

function draw(): void {
  const { run } = shown;
  if (!run) {
    content.replaceChildren(
      element("p", { class: "quiet" }, "Nothing has been trained yet. Put the cursor into a network and run “nnlint: Run Quick Training”."),
    );
    return;
  }
  const focused = document.activeElement?.textContent;
  content.replaceChildren(...runView(run, { width: root.clientWidth, pages: shown.pages, act: (action) => editor.postMessage(action) }));
  const said = `${run.network}: ${phaseText(run)}`;
  if (announcement.textContent !== said) announcement.textContent = said;
  // Drawing anew must not take the keyboard's place away.
  if (focused)
    Array.from(content.querySelectorAll("button"))
      .find(({ textContent }) => textContent === focused)
      ?.focus();
}

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (!isUpdate(data)) return;
  shown = data.run ? data : { ...data, run: interrupted(shown.run) };
  editor.setState(shown);
  draw();
});
const kept = editor.getState();
if (isUpdate(kept)) shown = kept;
new ResizeObserver(draw).observe(root);
editor.postMessage({ action: "ready" });
