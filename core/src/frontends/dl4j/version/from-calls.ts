import type { ApiUse } from "../../../model/written.js";
import { lifeOf, releases } from "./boundaries.js";

/**
 * The newest release that has every call; `undefined` when every release up to the newest has them all, or none has
 * (a file on its way to a new version is judged by the new one).
 * @param last further limits: the last release that has what is written
 */
export function versionFromCalls(uses: readonly ApiUse[], last: readonly string[]): string | undefined {
  let newest = releases.length - 1;
  let oldest = 0;
  for (const limit of last) newest = Math.min(newest, releases.indexOf(limit));
  for (const use of uses) {
    const life = lifeOf(use);
    if (life?.last !== undefined) newest = Math.min(newest, releases.indexOf(life.last));
    if (life?.since !== undefined) oldest = Math.max(oldest, releases.indexOf(life.since));
  }
  return newest < releases.length - 1 && oldest <= newest ? releases[newest] : undefined;
}
