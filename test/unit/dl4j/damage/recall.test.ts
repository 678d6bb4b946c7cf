// While somebody types, a file is damaged at one place. What stands elsewhere is still read, with the ranges that it has now.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { tally } from "./tally.js";

/** `npm run test:damage` measures more. */
const variants = 500;
/** Of 100 calls before the damage. In Kotlin a lost name may leave its chain without anything that tells it from a helper function's. */
const leastBefore = { java: 1, kotlin: 0.995 };

for (const language of ["java", "kotlin"] as const) {
  describe(`damaged ${language}`, () => {
    const { networks, settings, before, after } = tally(language, variants, 1);
    const figures = `networks ${figure(networks)}, settings ${figure(settings)}, calls before ${figure(before)}, after ${figure(after)}`;
    test("networks and settings outside the damaged statement are found, 99 of 100", () => {
      assert.ok(share(networks) >= 0.99 && share(settings) >= 0.99, figures);
    });
    test("of the damaged statement the calls before the damage, and half of those behind it", () => {
      assert.ok(share(before) >= leastBefore[language] && share(after) >= 0.5, figures);
    });
  });
}

function share({ found, of }: { readonly found: number; readonly of: number }): number {
  return found / of;
}

function figure({ found, of }: { readonly found: number; readonly of: number }): string {
  return `${(100 * share({ found, of })).toFixed(2)} % of ${String(of)}`;
}
