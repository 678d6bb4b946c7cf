import { parseGradle } from "./version/gradle.js";
import { parsePom } from "./version/pom.js";

/**
 * The version of Deeplearning4j that a build file says: `pom.xml`, `build.gradle`, `build.gradle.kts`.
 * `undefined` when the file does not say it (a parent that is not there, a version catalogue).
 */
export function dl4jVersionFromBuildFile(fileName: string, text: string): string | undefined {
  const version = /\.xml$/.test(fileName) ? parsePom(text) : /\.gradle(\.kts)?$|\.sbt$/.test(fileName) ? parseGradle(text) : undefined;
  return version !== undefined && /^\d+\.\d+[\w.-]*$/.test(version) ? version : undefined;
}
