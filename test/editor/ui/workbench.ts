import type { FrameLocator, Locator, Page } from "playwright-core";

/** Runs a command by its full name from the palette. */
export async function runCommand(page: Page, command: string): Promise<void> {
  const input = await openPalette(page);
  await input.fill(`>${command}`);
  const first = page.locator(".quick-input-list .monaco-list-row").first();
  await first.filter({ hasText: command.replace(/^.*?: /, "") }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** A palette closes when another part of the workbench takes the focus, so it is asked for until it stays. */
async function openPalette(page: Page): Promise<Locator> {
  const input = page.locator(".quick-input-box input");
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.keyboard.press("F1");
    const isThere = await input.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (isThere) break;
  }
  return input;
}

/** Opens a file of the explorer by its path. */
export async function openFile(page: Page, file: string): Promise<void> {
  await runCommand(page, "File: Focus on Files Explorer");
  const parts = file.split("/");
  const explorer = page.locator(".explorer-folders-view");
  for (const folder of parts.slice(0, -1)) {
    const item = explorer.getByRole("treeitem", { name: folder });
    if ((await item.getAttribute("aria-expanded")) !== "true") await item.click();
  }
  const name = parts.at(-1) ?? file;
  await explorer.getByRole("treeitem", { name, exact: true }).dblclick();
  await editorOf(page, name).locator(".view-line").first().waitFor();
}

/** The editor that shows a file. */
export function editorOf(page: Page, name: string): Locator {
  return page.locator(`.editor-instance .monaco-editor[data-uri$="/${name}"]`).first();
}

/** A word in the line that holds `line`; the mouse aims at its middle. */
export function wordIn(editor: Locator, line: string, word: string) {
  // The editor shows spaces as no-break spaces, in spans by token.
  const row = editor.locator(".view-line", { hasText: new RegExp(escaped(line).replace(/ /g, "\\s")) }).first();
  const middle = () =>
    row.evaluate((element, wanted) => {
      const walker = element.ownerDocument.createTreeWalker(element, 4);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = (node.textContent ?? "").replaceAll("\u00a0", " ").indexOf(wanted);
        if (start < 0) continue;
        const range = element.ownerDocument.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      throw new Error(`There is no "${wanted}" in this line.`);
    }, word);
  const { mouse } = editor.page();
  return {
    async hover() {
      await row.waitFor();
      const { x, y } = await middle();
      await mouse.move(x - 2, y);
      await mouse.move(x, y);
    },
    async click() {
      await row.waitFor();
      const { x, y } = await middle();
      await mouse.click(x, y);
    },
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A webview is an iframe that holds an iframe. */
export function webviewOf(page: Page): FrameLocator {
  return page.locator("iframe.webview.ready").last().contentFrame().frameLocator("#active-frame");
}
