import { apiOf, lastReleaseOf } from "../../../facts/api.js";
import { lastReleaseOfPackage } from "../../../facts/moved-packages.js";
import { atLeast, isBefore, newestRelease, releases } from "../../../facts/versions.js";
import type { ApiUse } from "../../../model/written.js";
import type { Import } from "../program/program.js";

/** Releases whose sources the facts were read from; the ones between stand for none. */
const candidates = releases.filter((release) => release !== "0.7.1" && release !== "0.9.0");

/** The releases that have something: from one on, before another. */
interface Life {
  readonly since?: string | undefined;
  readonly removedIn?: string | undefined;
}

/**
 * The newest release that has every call; `undefined` when every release up to the newest has them all, or none has
 * (a file on its way to a new version is judged by the new one).
 * @param last further limits: the last release that has what is written
 */
export function versionFromCalls(uses: readonly ApiUse[], imports: readonly Import[], last: readonly string[]): string | undefined {
  const written = distinct(uses, ({ owner, name, kind, argumentCount }) => [owner, name, kind, argumentCount].join());
  const lives = distinct(
    written.flatMap((use) => lifeOf(use) ?? []),
    ({ since, removedIn }) => [since, removedIn].join(),
  );
  const newestWithin = (limits: readonly string[]): string | undefined =>
    candidates.findLast(
      (release) =>
        limits.every((limit) => atLeast(limit, release)) &&
        lives.every(
          ({ since, removedIn }) =>
            (since === undefined || atLeast(release, since)) && (removedIn === undefined || isBefore(release, removedIn)),
        ),
    );
  // an import may be left over from a former version
  const newest = newestWithin([...last, ...imports.flatMap(lastReleaseOfImport)]) ?? newestWithin(last);
  return newest === newestRelease ? undefined : newest;
}

/** What is written a hundred times is looked up once. */
function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

function lifeOf(use: ApiUse): Life | undefined {
  // before 0.8.0 the compiler made the builder's constructor
  if (use.kind === "constructor" && use.argumentCount === 0) return { removedIn: apiOf(use.owner, use.name, 0)?.removedIn };
  return apiOf(use.owner, use.name, use.argumentCount);
}

function lastReleaseOfImport({ path, isWildcard, isStatic }: Import): string[] {
  const name = isWildcard && !isStatic ? `${path}.` : path;
  return [lastReleaseOf(name), lastReleaseOfPackage(name)].filter((release) => release !== undefined);
}
