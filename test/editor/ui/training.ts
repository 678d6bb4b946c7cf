import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { FrameLocator } from "playwright-core";
import { editorOf, openFile, runCommand, webviewOf, wordIn } from "./workbench.js";
import type { Walk } from "./walk.js";

/** A whole run may take long on a busy machine. */
const run = { timeout: 240_000 };

/** The panel of quick trainings: while one runs, at its end, after it was hidden, and of a run that goes wrong. */
export async function walkThroughTraining(walk: Walk): Promise<void> {
  const { page } = walk;
  const button = (name: string) => webviewOf(page).getByRole("button", { name });

  await walk.step("a training shows how it goes, and is paused, resumed and stopped by the keyboard", async () => {
    await train(walk, "digits-long.nnet", { network: "digits" });
    await webviewOf(page).locator(".ratios tbody tr").nth(1).waitFor(run);
    await webviewOf(page).getByText("ConvolutionLayer").waitFor();
    await walk.picture("training-running");
    await button("Pause").press("Enter");
    await button("Resume").waitFor();
    assert.equal(await isFocused(webviewOf(page), "button"), true, "the keyboard stays among the buttons");
    await button("Resume").press("Enter");
    await button("Pause").waitFor();
    await button("Stop").press("Enter");
    await webviewOf(page).locator(".phase", { hasText: "Stopped" }).waitFor();
    await button("Train again").waitFor();
  });

  await walk.step("at its end it shows the curves, the layers and how it ended", async () => {
    await train(walk, "digits.nnet", { network: "digits" });
    await webviewOf(page).locator(".phase", { hasText: "Completed" }).waitFor(run);
    await walk.picture("training");
    const label = await webviewOf(page).getByRole("img", { name: /^Loss/ }).getAttribute("aria-label");
    assert.match(label ?? "", /minibatches from \S+ to \S+; epochs from/);
    assert.ok((await webviewOf(page).locator(".ratios tbody tr").count()) > 1, "each layer has a row");
  });

  await walk.step("the panel is the same after it was hidden", async () => {
    const before = await webviewOf(page).locator(".figures").innerText();
    await runCommand(page, "nnlint: New Network");
    await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await page.keyboard.press("Enter");
    // Spaces are shown as no-break spaces.
    await page
      .locator(".view-line", { hasText: /network\sclassifier/ })
      .first()
      .waitFor();
    await runCommand(page, "nnlint: Open Training Panel");
    await button("Train again").waitFor();
    assert.equal(await webviewOf(page).locator(".figures").innerText(), before);
  });

  await walk.step("the panel is there again after the window was reloaded, and trains again", async () => {
    const before = await webviewOf(page).locator(".figures").innerText();
    await page.reload();
    await button("Train again").waitFor();
    assert.equal(await webviewOf(page).locator(".figures").innerText(), before);
    await button("Train again").click();
    await webviewOf(page).locator(".phase.running").waitFor(run);
    await webviewOf(page).locator(".phase", { hasText: "Completed" }).waitFor(run);
  });

  await walk.step("a run that goes wrong says what it showed, in the panel and on the line", async () => {
    await train(walk, "wine-broken.nnet", { network: "wine" });
    await button("Train again").waitFor(run);
    await webviewOf(page).locator(".findings li").first().waitFor();
    await walk.picture("training-findings");
    await webviewOf(page).locator(".findings").getByRole("button", { name: /^line/ }).first().click();
    await page.locator(".cursors-layer .cursor").first().waitFor();
    await runCommand(page, "Problems: Focus on Problems View");
    await page.locator(".markers-panel").getByText("run/").first().waitFor();
    await walk.picture("run-findings");
    await runCommand(page, "View: Hide Panel");
  });

  await walk.step("learning rates side by side have a curve and a row each, and others can be asked for", async () => {
    await train(walk, "digits.nnet", { network: "digits", command: "nnlint: Run Learning Rate Sweep" });
    await webviewOf(page).getByRole("rowheader").nth(3).waitFor(run);
    await webviewOf(page).locator(".outcome").waitFor(run);
    await walk.picture("sweep");
    await button("Other rates…").click();
    await page.locator(".quick-input-box input").fill("0.5, x");
    await page.getByText("“x” is not a number above 0.").waitFor();
    await page.locator(".quick-input-box input").fill("0.001 to 0.1");
    await page.keyboard.press("Enter");
    await webviewOf(page).getByRole("rowheader", { name: "0.01", exact: true }).waitFor(run);
    await webviewOf(page).locator(".outcome").waitFor(run);
    assert.equal(await webviewOf(page).getByRole("rowheader").count(), 3);
  });

  await walk.step("a fix is tried: both trainings stand side by side, and which is better", async () => {
    await train(walk, "wine-broken.nnet", { network: "wine", cursorAt: "weightInit: ones", command: "nnlint: Try a Fix by Training" });
    await webviewOf(page).locator(".outcome").waitFor(run);
    await walk.picture("try");
  });

  await walk.step("a Java file without data trains on invented data, and says so", async () => {
    await train(walk, "dl4j-1.0/WaveClassifier.java", { cursorAt: "new LSTM", network: "configuration" });
    await webviewOf(page).locator(".notice", { hasText: "means nothing" }).waitFor(run);
    await walk.picture("training-java");
    // The file says no number of epochs.
    await runCommand(page, "nnlint: Stop Training");
    await button("Train again").waitFor(run);
  });

  await walk.step("a file that is gone is not trained again, which is said", async () => {
    await rm(path.join(walk.folder, "dl4j-1.0/WaveClassifier.java"));
    await page.locator('.tab[data-resource-name="WaveClassifier.java"]').click({ button: "middle" });
    await button("Train again").click();
    await page.locator(".notification-toast", { hasText: "There is no network “configuration” any more" }).waitFor();
    await runCommand(page, "Notifications: Clear All Notifications");
  });

  await walk.step("the panel fits into a narrow window, in a dark theme", async () => {
    await runCommand(page, "Preferences: Toggle between Light/Dark Themes");
    await page.locator(".monaco-workbench.vs-dark").waitFor();
    await walk.picture("training-dark");
    const usual = page.viewportSize();
    await page.setViewportSize({ width: 760, height: 800 });
    await walk.picture("training-narrow");
    const overhang = await webviewOf(page)
      .locator("body")
      .evaluate((body) => body.ownerDocument.documentElement.scrollWidth - body.ownerDocument.documentElement.clientWidth);
    assert.equal(overhang, 0, "nothing stands out to the right");
    if (usual) await page.setViewportSize(usual);
  });
}

interface Training {
  readonly network: string;
  /** The end of this text is clicked at. */
  readonly cursorAt?: string;
  readonly command?: string;
}

/** Runs a quick training of a file's network, with the explorer out of the way. */
async function train(
  { page }: Walk,
  file: string,
  { network, cursorAt = `network ${network}`, command = "nnlint: Run Quick Training" }: Training,
) {
  await runCommand(page, "View: Focus First Editor Group");
  await openFile(page, file);
  await wordIn(editorOf(page, path.basename(file)), cursorAt, cursorAt.split(" ").at(-1) ?? cursorAt).click();
  await runCommand(page, command);
  await webviewOf(page).getByRole("heading", { name: network }).waitFor();
  await runCommand(page, "View: Close Primary Side Bar");
}

function isFocused(frame: FrameLocator, selector: string): Promise<boolean> {
  return frame.locator("body").evaluate((body, wanted) => body.ownerDocument.activeElement?.matches(wanted) ?? false, selector);
}
