import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";

/** Steps through a workbench, one after the other, with pictures on the way. After a step that failed the others are left out. */
export class Walk {
  passed = 0;
  failed = 0;

  constructor(
    readonly page: Page,
    /** The folder that is open. */
    readonly folder: string,
    /** Where the pictures go. */
    private readonly shots: string,
  ) {}

  async step(what: string, go: () => Promise<void>): Promise<void> {
    if (this.failed > 0) return;
    try {
      await go();
      this.passed++;
      console.log(`  ✔ ${what}`);
    } catch (error) {
      this.failed++;
      console.log(`  ✖ ${what}\n`, error);
      await this.page.screenshot({ path: "dist/test/ui-failed.png" });
    }
  }

  /** Popups fade in, also with reduced motion. */
  async picture(name: string): Promise<void> {
    await mkdir(this.shots, { recursive: true });
    await this.page.waitForTimeout(400);
    await this.page.screenshot({ path: path.join(this.shots, `${name}.png`) });
  }
}
