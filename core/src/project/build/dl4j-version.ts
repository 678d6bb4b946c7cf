import type { ProjectFiles } from "../project-files.js";
import { versionFromGradle, versionFromSbt } from "./gradle.js";
import { versionFromMaven } from "./maven.js";

/** Build files that may say a version, the decisive ones first, and how they are read. */
const buildFiles: readonly (readonly [name: string, read: (path: string, files: ProjectFiles) => Promise<string | undefined>])[] = [
  ["pom.xml", versionFromMaven],
  ["build.gradle.kts", versionFromGradle],
  ["build.gradle", versionFromGradle],
  ["build.sbt", versionFromSbt],
];

/** The version of Deeplearning4j that the build files of one folder say; `undefined` when they do not. */
export async function versionInFolder(folder: string, files: ProjectFiles): Promise<string | undefined> {
  for (const [name, read] of buildFiles) {
    const path = `${folder}/${name}`;
    const version = (await files.readText(path)) === undefined ? undefined : await read(path, files);
    if (version !== undefined) return version;
  }
  return undefined;
}
