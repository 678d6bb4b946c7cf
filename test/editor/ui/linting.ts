import { editorOf, openFile, runCommand, webviewOf, wordIn } from "./workbench.js";
import type { Walk } from "./walk.js";

/** Squiggles, the Problems view, hovers, quick fixes, pages: what is seen of a file with mistakes. */
export async function walkThroughLinting(walk: Walk): Promise<void> {
  const { page } = walk;
  const broken = editorOf(page, "iris-broken.nnet");
  const rate = () => wordIn(broken, "sgd(learningRate: 5)", "5");
  const problem = (text: string) => page.locator(".markers-panel").getByText(text).first();
  const hover = page.locator(".monaco-hover:visible");

  await walk.step("a broken network has squiggles, and the Problems view tells them", async () => {
    await openFile(page, "iris-broken.nnet");
    await broken.locator(".squiggly-error").first().waitFor();
    await runCommand(page, "Problems: Focus on Problems View");
    await problem("A learning rate of 5 is high for Sgd.").waitFor();
    await walk.picture("problems");
    await runCommand(page, "View: Hide Panel");
  });

  await walk.step("the status beside the language says how many networks and findings there are", async () => {
    await page.locator(".statusbar-item", { hasText: "Neural Network" }).waitFor();
    await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    await page.locator(".monaco-hover:visible", { hasText: "1 network, " }).waitFor();
    await walk.picture("status");
    await page.keyboard.press("Escape");
  });

  await walk.step("the hover says what is wrong, why, and leads to the page", async () => {
    await rate().hover();
    await hover.getByText("A learning rate of 5 is high for Sgd.").waitFor();
    await hover.getByText("Read the whole page").first().waitFor();
    await walk.picture("hover");
    await page.keyboard.press("Escape");
  });

  await walk.step("the quick fix by Ctrl+. repairs the text", async () => {
    await rate().click();
    await page.locator('[class*="lightbulb" i]:visible').first().waitFor();
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget").getByText("Set learning rate").first().waitFor();
    await walk.picture("quick-fix");
    await page.keyboard.press("Enter");
    await broken.locator(".squiggly-error").first().waitFor({ state: "detached" });
    await page.keyboard.press("Control+Z");
    await broken.locator(".squiggly-error").first().waitFor();
  });

  const java = editorOf(page, "IrisClassifierBroken.java");
  await walk.step("a Java file is linted", async () => {
    await openFile(page, "dl4j-1.0/IrisClassifierBroken.java");
    await java.locator(".squiggly-warning").first().waitFor();
    await wordIn(java, ".updater(new Nesterovs(0.01))", "0.01").hover();
    await hover.getByText("sets the momentum").first().waitFor();
    await walk.picture("java");
    await page.keyboard.press("Escape");
  });

  await walk.step("the rule's page opens rendered from the finding", async () => {
    await wordIn(java, ".updater(new Nesterovs(0.01))", "0.01").click();
    await runCommand(page, "nnlint: Explain Rule");
    await webviewOf(page).getByRole("heading", { name: "learning-rate/momentum-as-rate" }).waitFor();
    await walk.picture("rule-page");
    await runCommand(page, "View: Close All Editors");
  });
}
