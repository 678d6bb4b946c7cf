import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { releases, sourcesOf, type Source } from "../../../dl4j-judge/sources.js";
import { judge, type Inspected, type Judged } from "./compare.js";
import { trueNetwork, type Built } from "./network.js";
import { builtFrom, expectedUnknown, ourNetworks } from "./sources.js";

/** The builds of one `build()`, several where it stands in a loop or a method that is called twice. */
function placesOf(built: readonly Built[]): (readonly Built[])[] {
  const places = new Map<number, Built[]>();
  for (const one of built) places.set(one.line, [...(places.get(one.line) ?? []), one]);
  return [...places.entries()].sort(([a], [b]) => a - b).map(([, builds]) => builds);
}

/** A setting is right when it is right for all that one place of the text built. */
function judgeAll(ours: Inspected, builds: readonly Built[]): readonly Judged[] {
  return builds.flatMap((built) => judge(ours, trueNetwork(built)));
}

function report({ path, verdict, ours, truth }: Judged): string {
  const [we, theLibrary] = [ours, truth].map((value) => (value === undefined ? "nothing" : JSON.stringify(value)));
  return `${path}: ${verdict}, ours ${String(we)}, Deeplearning4j ${String(theLibrary)}`;
}

function faults(source: Source, release: string): string[] {
  const places = placesOf(builtFrom(source, release));
  const networks = ourNetworks(source.text, release);
  const unknown = expectedUnknown(source.text);
  const isFault = ({ path, verdict }: Judged) =>
    verdict === "wrong" || verdict === "missing" || (verdict === "unknown" && !unknown.some((expected) => path.endsWith(expected)));
  const counted = networks.length === places.length ? [] : [`${String(networks.length)} networks found, ${String(places.length)} built`];
  const judged = networks.flatMap((ours, index) =>
    judgeAll(ours, places[index] ?? [])
      .filter(isFault)
      .map((one) => `${String(ours.name)} ${report(one)}`),
  );
  return [...counted, ...judged];
}

for (const release of Object.keys(releases)) {
  describe(`Deeplearning4j ${release} builds what we read`, () => {
    for (const source of sourcesOf(release)) {
      test(source.name, () => {
        assert.deepEqual(faults(source, release), []);
      });
    }
  });
}

test("enough is judged to tell", () => {
  const builtBy = (release: string) =>
    sourcesOf(release).flatMap((source) => builtFrom(source, release).map(({ line }) => `${source.name}:${String(line)}`));
  const counts = Object.keys(releases).map((release) => builtBy(release).length);
  assert.ok(Math.min(...counts) >= 50, `networks by release: ${counts.join(", ")}`);
  const written = new Set(Object.keys(releases).flatMap(builtBy)).size;
  const golden = new Set(
    Object.keys(releases)
      .flatMap(builtBy)
      .filter((place) => place.startsWith("Golden")),
  ).size;
  assert.ok(written - golden >= 150, `${String(written - golden)} configurations in sources/, ${String(golden)} golden cases`);
});
