/** A dependency as a build file names it. `version`: as written, perhaps through a variable; `undefined` where another place says it. */
export interface Artifact {
  readonly group: string;
  readonly name: string;
  readonly version: string | undefined;
}

/** Groups whose artifacts are released together under one version, the most telling first. */
const groups = ["org.deeplearning4j", "org.nd4j", "org.datavec"];

/** Below 0: not one of Deeplearning4j's. The higher, the surer its version is that of the builders: `deeplearning4j-nn` holds them. */
function weightOf({ group, name }: Artifact): number {
  const place = groups.indexOf(group);
  if (place < 0) return -1;
  return /^deeplearning4j-(core|nn)$/.test(name) ? groups.length + 1 : groups.length - place;
}

/** Deeplearning4j's artifacts among others, the most telling first, else in the order written. */
export function dl4jArtifacts(artifacts: readonly Artifact[]): readonly Artifact[] {
  return artifacts.filter((one) => weightOf(one) >= 0).toSorted((a, b) => weightOf(b) - weightOf(a));
}

/**
 * The release that a version in a build file stands for. Spark's artifacts carry Spark's version too (`1.0.0-beta3_spark_2`);
 * `[0.9.1]` and `0.9.1!!` are strict versions. `undefined` for ranges and `LATEST`: they may be any release.
 */
export function releaseOf(version: string): string | undefined {
  const plain = version
    .trim()
    .replace(/^\[([^,\]]+)\]$/, "$1")
    .replace(/!!$/, "")
    .replace(/_spark_\d+(?=-SNAPSHOT$|$)/, "")
    .trim();
  return /^\d+\.\d+(\.\d+)*(-[A-Za-z][\w.-]*)?$/.test(plain) ? plain : undefined;
}
