import { closest } from "fastest-levenshtein";
import { newestRelease, releases } from "../../../facts/versions.js";

/** Between-releases that were published: `0.4-rc3.5`, `1.0.0-SNAPSHOT`. */
const others = /^(0\.4-rc\d+(\.\d+)?|\d+\.\d+\.\d+-SNAPSHOT)$/i;

/** The release that a person means by a version, in Deeplearning4j's own spelling; `undefined` when there is none of that name. */
export function releaseNamed(written: string): string | undefined {
  const plain = written.trim();
  const known = releases.find((release) => release.toLowerCase() === plain.toLowerCase());
  return known ?? (others.test(plain) ? plain : undefined);
}

/** What to say about a version that is no release: the one that was probably meant. */
export function unknownRelease(written: string): { readonly message: string; readonly near: string } {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, "");
  const ends = plain === "" ? undefined : releases.find((release) => release.toLowerCase().endsWith(`-${plain}`));
  const begins = plain === "" ? undefined : releases.findLast((release) => release.toLowerCase().startsWith(plain));
  const near = ends ?? begins ?? closest(plain, [...releases]);
  return {
    near,
    message: `Deeplearning4j has no release "${written}". Did you mean ${near}? nnlint knows ${releases[0] ?? ""} to ${newestRelease}.`,
  };
}
