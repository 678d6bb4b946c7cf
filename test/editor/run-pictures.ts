// Takes the pictures that the README shows.
//   node --import tsx test/editor/run-pictures.ts <version> <vsix> <folder for the pictures>
import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { startHost } from "./host/code-server.js";
import { editorOf, openFile, runCommand, webviewOf, wordIn } from "./ui/workbench.js";

const [version = "", vsix = "", images = ""] = process.argv.slice(2);

/** The text, and little of the workbench around it. */
const settings = {
  "editor.fontFamily": "'DejaVu Sans Mono', monospace",
  "editor.fontSize": 13,
  "editor.hover.above": false,
  "editor.scrollBeyondLastLine": false,
  "editor.scrollbar.vertical": "hidden",
  "editor.scrollbar.horizontal": "hidden",
  "editor.overviewRulerBorder": false,
  "breadcrumbs.enabled": false,
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
  "window.commandCenter": false,
};

/** A finding on its value, with what is wrong and why. */
async function findings(page: Page): Promise<void> {
  await page.setViewportSize({ width: 900, height: 700 });
  await openFile(page, "iris-broken.nnet");
  await runCommand(page, "View: Close Primary Side Bar");
  const editor = editorOf(page, "iris-broken.nnet");
  await editor.locator(".squiggly-error").first().waitFor();
  await wordIn(editor, "l2:", "0.1").hover();
  await page.locator(".monaco-hover:visible").getByText("l2 of 0.1 is strong.").waitFor();
  await picture(page, "findings", await topOf(group(page, 0), 570));
  await page.keyboard.press("Escape");
}

/** What can be done about it. */
async function quickFix(page: Page): Promise<void> {
  const editor = editorOf(page, "iris-broken.nnet");
  await wordIn(editor, "sgd(learningRate: 5)", "5").click();
  await page.locator('[class*="lightbulb" i]:visible').first().waitFor();
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget").getByText("Set learning rate").first().waitFor();
  await picture(page, "quick-fix", await topOf(group(page, 0), 520));
  await page.keyboard.press("Escape");
}

/** A run of the network as it is, and what it shows. */
async function training(page: Page): Promise<void> {
  await wordIn(editorOf(page, "iris-broken.nnet"), "network iris", "iris").click();
  await runCommand(page, "nnlint: Run Quick Training");
  const panel = webviewOf(page);
  await panel.getByRole("button", { name: "Train again" }).waitFor({ timeout: 240_000 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await panel.locator(".ratios tbody tr").first().waitFor();
  const first = await boxOf(panel.locator(".findings li").first());
  const { y } = await boxOf(group(page, 1));
  await picture(page, "training", await topOf(group(page, 1), first.y + first.height + 4 - y));
}

const group = (page: Page, index: number) => page.locator(".editor-group-container").nth(index);

async function boxOf(of: Locator) {
  const box = await of.boundingBox();
  assert.ok(box);
  return box;
}

/** The upper part of an element. */
async function topOf(of: Locator, height: number) {
  const box = await boxOf(of);
  return { ...box, height: Math.min(height, box.height) };
}

async function picture(page: Page, name: string, clip: Awaited<ReturnType<typeof topOf>>): Promise<void> {
  // Popups fade in, also with reduced motion.
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(images, `${name}.png`), clip });
  console.log(`  ${name}.png`);
}

await mkdir(images, { recursive: true });
const folder = path.join(await mkdtemp(path.join(tmpdir(), "nnlint-pictures-")), "examples");
await cp("examples", folder, { recursive: true });
const host = await startHost({ version, vsix, settings, pixels: 1.5 });
host.page.setDefaultTimeout(60_000);
try {
  await host.open(folder);
  await host.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  for (const take of [findings, quickFix, training]) await take(host.page);
} finally {
  await host.close();
  await rm(path.dirname(folder), { recursive: true, force: true });
}
