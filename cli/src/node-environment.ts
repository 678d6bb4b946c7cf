import { open, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { profileCsv } from "../../core/src/data-profile/profile-csv.js";
import { knownRules, type AnalysisEnvironment } from "../../core/src/analysis/workspace.js";
import { Projects, type FileProject, type UserSettings } from "../../core/src/project/projects.js";
import { Sources } from "../../core/src/project/sources.js";
import type { DataProfile, DataProvider } from "../../core/src/model/index.js";

/** Only the beginning of a data file is profiled. */
const profiledBytes = 10_000_000;

const texts = new Map<string, Promise<string | undefined>>();

/** Reads each project file once a run. */
const projectFiles = {
  readText(file: string): Promise<string | undefined> {
    const text = texts.get(file) ?? readFile(file, "utf8").catch(() => undefined);
    texts.set(file, text);
    return text;
  },
  async folders(folder: string): Promise<readonly string[]> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  },
};

const projects = new Projects(projectFiles, knownRules);
const sources = new Sources(projectFiles);

/** What the rules need to know around one file. */
export async function environmentOf(
  file: string | undefined,
  settings: UserSettings,
): Promise<AnalysisEnvironment & Pick<FileProject, "ignored" | "configPaths">> {
  const slashed = file?.split(path.sep).join("/");
  const { facts, ...project } = await projects.of(slashed, settings);
  return {
    ...project,
    project: facts,
    data: dataBeside(file === undefined ? process.cwd() : path.dirname(file)),
    ...(slashed !== undefined && { sources: sources.seenFrom(slashed) }),
  };
}

const profiles = new Map<string, Promise<DataProfile | undefined>>();

/** Profiles data files by their path from a folder. */
function dataBeside(folder: string): DataProvider {
  return {
    profile(name, options) {
      const file = path.resolve(folder, name);
      const key = JSON.stringify([file, options]);
      const profile =
        profiles.get(key) ??
        readStart(file).then(
          (bytes) => profileCsv(bytes, { path: name, ...options }),
          () => undefined,
        );
      profiles.set(key, profile);
      return profile;
    },
  };
}

async function readStart(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(size, profiledBytes)), 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
