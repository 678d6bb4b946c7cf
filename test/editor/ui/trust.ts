import { editorOf, openFile, runCommand, wordIn } from "./workbench.js";
import type { Walk } from "./walk.js";

/** A folder that nobody has trusted: it is linted, and nothing of it is run. */
export async function walkThroughUntrusted(walk: Walk): Promise<void> {
  const { page } = walk;

  await walk.step("a folder that is not trusted is linted", async () => {
    await openFile(page, "iris-broken.nnet");
    await editorOf(page, "iris-broken.nnet").locator(".squiggly-error").first().waitFor();
  });

  await walk.step("its networks are not trained, which is said, with the way to change it", async () => {
    await wordIn(editorOf(page, "iris-broken.nnet"), "network iris", "iris").click();
    await runCommand(page, "nnlint: Run Quick Training");
    const message = page.locator(".notification-toast", { hasText: "nnlint trains only in a trusted workspace" });
    await message.waitFor();
    await walk.picture("untrusted");
    await message.getByRole("button", { name: "Manage Workspace Trust" }).click();
    await page.locator(".workspace-trust-editor").first().waitFor();
  });
}
