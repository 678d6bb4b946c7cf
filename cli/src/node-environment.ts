import { stat } from "node:fs/promises";
import path from "node:path";
import { knownRules, type AnalysisEnvironment } from "../../core/src/analysis/workspace.js";
import { Projects, type FileProject, type UserSettings } from "../../core/src/project/projects.js";
import { Sources } from "../../core/src/project/sources.js";
import { DataProfiles } from "../../server/src/models/data-profiles.js";
import { nodeEnvironment } from "../../server/src/node-environment.js";
import { pages } from "./page-location.js";

const disk = nodeEnvironment(pages);
const texts = new Map<string, Promise<string | undefined>>();

/** Reads each project file once a run. */
const projectFiles = {
  readText(file: string): Promise<string | undefined> {
    const text = texts.get(file) ?? disk.readText(file);
    texts.set(file, text);
    return text;
  },
  folders: (folder: string) => disk.foldersIn(folder),
};

const projects = new Projects(projectFiles, knownRules);
const sources = new Sources(projectFiles);

/** Forgets what was read: files have changed. */
export function forgetFiles(): void {
  texts.clear();
  profiles.clear();
  projects.forget();
  sources.forget();
}

/** What the rules need to know around one file. */
export async function environmentOf(
  file: string | undefined,
  settings: UserSettings,
): Promise<AnalysisEnvironment & Pick<FileProject, "ignored" | "configPaths">> {
  const slashed = file === undefined ? undefined : slashes(file);
  const { facts, ...project } = await projects.of(slashed, settings);
  const folders = await workspaceOf(file === undefined ? process.cwd() : path.dirname(file), project.configPaths);
  return {
    ...project,
    project: facts,
    data: profilesIn(folders).beside(slashed ?? slashes(path.join(process.cwd(), "-"))),
    ...(slashed !== undefined && { sources: sources.seenFrom(slashed) }),
  };
}

const profiles = new Map<string, DataProfiles>();

function profilesIn(folders: readonly string[]): DataProfiles {
  const key = folders.join("\n");
  const known = profiles.get(key) ?? new DataProfiles(disk, () => folders);
  profiles.set(key, known);
  return known;
}

/**
 * The folders whose data files may be read for a config: linting a file of somebody else must not read files elsewhere.
 * The working directory, the config's folder, its repository's root, and the folders of the \`nnlint.json\` that count for it.
 */
async function workspaceOf(folder: string, configPaths: readonly string[]): Promise<readonly string[]> {
  const repository = await repositoryOf(folder);
  const folders = [
    process.cwd(),
    folder,
    ...(repository === undefined ? [] : [repository]),
    ...configPaths.map((file) => path.dirname(file)),
  ];
  return [...new Set(folders.map(slashes))].sort();
}

const repositories = new Map<string, Promise<string | undefined>>();

/** The nearest folder upwards that is a repository. */
function repositoryOf(folder: string): Promise<string | undefined> {
  const known = repositories.get(folder) ?? findRepository(folder);
  repositories.set(folder, known);
  return known;
}

async function findRepository(folder: string): Promise<string | undefined> {
  const isRepository = await stat(path.join(folder, ".git")).catch(() => undefined);
  if (isRepository) return folder;
  return path.dirname(folder) === folder ? undefined : repositoryOf(path.dirname(folder));
}

function slashes(file: string): string {
  return file.split(path.sep).join("/");
}
