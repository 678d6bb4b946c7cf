// Drives the packaged extension, installed as a user would, in a real workbench by mouse and keyboard, and takes pictures.
//   node --import tsx test/editor/run-ui.ts <version> <vsix> <folder for the pictures>
import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startHost } from "./host/code-server.js";
import { openFile, runCommand, webviewOf, wordIn } from "./ui/workbench.js";

const [version = "", vsix = "", shots = "dist/test/shots"] = process.argv.slice(2);
await mkdir(shots, { recursive: true });
const folder = path.join(await mkdtemp(path.join(tmpdir(), "nnlint-ui-")), "examples");
await cp("examples", folder, { recursive: true });
const settings = { "editor.fontFamily": "'DejaVu Sans Mono', monospace", "editor.fontSize": 13, "window.commandCenter": false };
const host = await startHost({ version, vsix, settings });
const { page } = host;
page.setDefaultTimeout(60_000);
let passed = 0;
let failed = 0;

/** A part of the walk; the next parts go on where it ended. */
async function step(what: string, go: () => Promise<void>): Promise<void> {
  if (failed > 0) return;
  try {
    await go();
    passed++;
    console.log(`  ✔ ${what}`);
  } catch (error) {
    failed++;
    console.log(`  ✖ ${what}\n`, error);
    await page.screenshot({ path: "dist/test/ui-failed.png" });
  }
}

/** Popups fade in, also with reduced motion. */
async function picture(name: string): Promise<void> {
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(shots, `${name}.png`) });
}

const problem = (text: string) => page.locator(".markers-panel").getByText(text).first();

try {
  await host.open(folder);
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();

  await step("a broken network has squiggles, and the Problems view tells them", async () => {
    const editor = await openFile(page, "iris-broken.nnet");
    await editor.locator(".squiggly-error").first().waitFor();
    await runCommand(page, "Problems: Focus on Problems View");
    await problem("A learning rate of 5 is high for Sgd.").waitFor();
    await picture("problems");
    await runCommand(page, "View: Hide Panel");
  });

  await step("the hover says what is wrong, why, and leads to the page", async () => {
    const editor = page.locator(".editor-instance .monaco-editor").first();
    await wordIn(editor, "sgd(learningRate: 5)", "5").hover();
    const hover = page.locator(".monaco-hover:visible");
    await hover.getByText("A learning rate of 5 is high for Sgd.").waitFor();
    await hover.getByText("Read the whole page").first().waitFor();
    await picture("hover");
    await page.keyboard.press("Escape");
  });

  await step("the quick fix by Ctrl+. repairs the text", async () => {
    const editor = page.locator(".editor-instance .monaco-editor").first();
    await wordIn(editor, "sgd(learningRate: 5)", "5").click();
    await page.locator('[class*="lightbulb" i]:visible').first().waitFor();
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget").getByText("Set learning rate").first().waitFor();
    await picture("quick-fix");
    await page.keyboard.press("Enter");
    await editor.locator(".squiggly-error").first().waitFor({ state: "detached" });
  });

  await step("a Java file is linted", async () => {
    await page.keyboard.press("Control+Z");
    const editor = await openFile(page, "dl4j-1.0/IrisClassifierBroken.java");
    await editor.locator(".squiggly-warning").first().waitFor();
    await wordIn(editor, ".updater(new Nesterovs(0.01))", "0.01").hover();
    await page.locator(".monaco-hover:visible").getByText("sets the momentum").first().waitFor();
    await picture("java");
    await page.keyboard.press("Escape");
  });

  await step("the rule's page opens rendered from the finding", async () => {
    const editor = page.locator(".editor-instance .monaco-editor").first();
    await wordIn(editor, ".updater(new Nesterovs(0.01))", "0.01").click();
    await runCommand(page, "nnlint: Explain Rule");
    await webviewOf(page).getByRole("heading", { name: "learning-rate/momentum-as-rate" }).waitFor();
    await picture("rule-page");
    await runCommand(page, "View: Close All Editors");
  });

  await step("a training shows its curves, its layers and how it ended", async () => {
    const editor = await openFile(page, "digits.nnet");
    await page.keyboard.press("Control+B");
    await wordIn(editor, "network digits", "digits").click();
    await runCommand(page, "nnlint: Run Quick Training");
    const panel = webviewOf(page);
    await panel.getByRole("heading", { name: "digits" }).waitFor();
    await panel.getByRole("button", { name: "Train again" }).waitFor({ timeout: 180_000 });
    await picture("training");
    const label = await panel.getByRole("img", { name: /^Loss/ }).getAttribute("aria-label");
    assert.match(label ?? "", /minibatches from \S+ to \S+; epochs from/);
    assert.ok((await panel.locator(".ratios tbody tr").count()) > 1, "each layer has a row");
  });

  await step("the panel is the same after it was hidden", async () => {
    const panel = webviewOf(page);
    const before = await panel.locator(".figures").innerText();
    await runCommand(page, "nnlint: New Network");
    await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await page.keyboard.press("Enter");
    // Spaces are shown as no-break spaces.
    await page
      .locator(".view-line", { hasText: /network\sclassifier/ })
      .first()
      .waitFor();
    await runCommand(page, "nnlint: Open Training Panel");
    await webviewOf(page).getByRole("button", { name: "Train again" }).waitFor();
    assert.equal(await webviewOf(page).locator(".figures").innerText(), before);
  });

  await step("a run that goes wrong says what it showed, in the panel and on the line", async () => {
    await page.keyboard.press("Control+B");
    await openFile(page, "wine-broken.nnet");
    await page.keyboard.press("Control+B");
    const editor = page.locator('.monaco-editor[data-uri$="wine-broken.nnet"]').first();
    await wordIn(editor, "network wine", "wine").click();
    await runCommand(page, "nnlint: Run Quick Training");
    const panel = webviewOf(page);
    await panel.getByRole("heading", { name: "wine" }).waitFor();
    await panel.getByRole("button", { name: "Train again" }).waitFor({ timeout: 180_000 });
    await panel.locator(".findings li").first().waitFor();
    await picture("training-findings");
    await panel.locator(".findings").getByRole("button", { name: /^line/ }).first().click();
    await page.locator(".cursors-layer .cursor").first().waitFor();
    await runCommand(page, "Problems: Focus on Problems View");
    await page.locator(".markers-panel").getByText("run/").first().waitFor();
    await picture("run-findings");
    await runCommand(page, "View: Hide Panel");
  });
} finally {
  await host.close();
  await rm(path.dirname(folder), { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
