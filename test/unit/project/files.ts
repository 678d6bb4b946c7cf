import { Projects, type UserSettings } from "../../../core/src/project/projects.js";
import type { ProjectFiles } from "../../../core/src/project/project-files.js";

/** Files of a workspace in memory, by their path in it. */
export function filesOf(texts: Readonly<Record<string, string>>): ProjectFiles {
  const folders = (path: string): string[] => {
    const below = `${path}/`.replace(/^\/ws\//, "");
    const inside = Object.keys(texts).filter((name) => name.startsWith(below) && name.slice(below.length).includes("/"));
    return [...new Set(inside.map((name) => name.slice(below.length).split("/")[0] ?? ""))];
  };
  return {
    readText: (path) => Promise.resolve(texts[path.replace(/^\/ws\//, "")]),
    folders: (path) => Promise.resolve(folders(path)),
  };
}

/** Rules that the tests name. */
export const known = new Map([
  ["loss/unfit-for-task", {}],
  ["learning-rate/too-high", { bounds: {}, usual: 0.1 }],
]);

/** What surrounds a file of such a workspace. */
export function around(path: string, texts: Readonly<Record<string, string>>, settings: UserSettings = {}) {
  return new Projects(filesOf(texts), known).of(`/ws/${path}`, settings);
}

/** The version that the build files around a file say. */
export async function versionOf(path: string, texts: Readonly<Record<string, string>>): Promise<string | undefined> {
  const { facts } = await around(path, texts);
  return facts.version?.value;
}
