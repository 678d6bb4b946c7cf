import { dl4jArtifacts, releaseOf } from "../../frontends/dl4j/version/artifacts.js";
import { readCatalogue, type Catalogue } from "../../frontends/dl4j/version/catalogue.js";
import { fillIn, nameIn, readProperties, readScript, type BuildScript } from "../../frontends/dl4j/version/script.js";
import { folderOf, joinPath, type ProjectFiles } from "../project-files.js";

/** Folders above a project that its build is looked for in. */
const deepest = 8;
/** More classes than this are not looked for in `buildSrc`. */
const mostClasses = 20;

/** A Gradle build as seen from one of its projects. */
interface GradleBuild {
  /** The project's scripts, then those of the folders above, up to the one with the settings. */
  readonly scripts: readonly BuildScript[];
  readonly properties: readonly ReadonlyMap<string, string>[];
  readonly catalogue: Catalogue | undefined;
  readonly root: string;
}

/**
 * The version of Deeplearning4j that a Gradle project says: written out, through variables, `ext`, maps, `gradle.properties`,
 * applied scripts, `buildSrc`, a version catalogue, or in a project of the same build that it depends on.
 */
export async function versionFromGradle(script: string, files: ProjectFiles, depth = 0): Promise<string | undefined> {
  const build = await buildOf(script, files);
  for (const one of build.scripts) {
    const version = (await versionFromArtifacts(one, build)) ?? versionFromCatalogue(one, build);
    if (version !== undefined) return version;
  }
  return depth < 3 ? versionFromProjects(build, files, depth) : undefined;
}

async function versionFromArtifacts(script: BuildScript, build: GradleBuild): Promise<string | undefined> {
  for (const { version } of dl4jArtifacts(script.artifacts)) {
    const filled = version === undefined ? undefined : await valueIn(version, build, 0);
    const release = filled === undefined ? undefined : releaseOf(filled);
    if (release !== undefined) return release;
  }
  return undefined;
}

/** The value of a template, through variables that are defined by others. */
function valueIn(template: string, build: GradleBuild, depth: number): Promise<string | undefined> {
  return fillIn(template, async (expression) => {
    const name = nameIn(expression);
    if (name === undefined || depth > deepest) return undefined;
    const fromCatalogue = /^libs\.versions\.(.+?)(?:\.get\(\))?$/.exec(expression)?.[1];
    if (fromCatalogue !== undefined) return catalogueVersion(fromCatalogue, build);
    const value =
      firstOf(build.scripts, (script) => script.valueOf(name)) ?? firstOf(build.properties, (properties) => properties.get(name));
    return value === undefined ? undefined : valueIn(value, build, depth + 1);
  });
}

function firstOf<T>(all: readonly T[], valueOf: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const value = valueOf(one);
    if (value !== undefined) return value;
  }
  return undefined;
}

const dotted = (alias: string) => alias.replace(/[-_]/g, ".");

function catalogueVersion(alias: string, { catalogue, scripts }: GradleBuild): string | undefined {
  const known = Object.entries(catalogue?.versions ?? {}).find(([name]) => dotted(name) === dotted(alias));
  // the settings script may name versions: version("dl4j", "1.0.0")
  return known?.[1] ?? firstOf(scripts, (script) => script.valueOf(alias));
}

/** The catalogue's libraries that a script uses; where all have one version, whichever it uses. */
function versionFromCatalogue(script: BuildScript, { catalogue, scripts }: GradleBuild): string | undefined {
  if (!catalogue) return undefined;
  const used = catalogue.libraries.filter(({ alias }) => script.uses(alias));
  const isLast = script === scripts.at(-1);
  const telling = dl4jArtifacts(used.length > 0 || !isLast ? used : catalogue.libraries);
  for (const { version } of telling) {
    const release = version === undefined ? undefined : releaseOf(version);
    if (release !== undefined) return release;
  }
  return undefined;
}

async function versionFromProjects({ scripts, root }: GradleBuild, files: ProjectFiles, depth: number): Promise<string | undefined> {
  for (const project of scripts[0]?.projects ?? []) {
    const folder = `${root}${project.replaceAll(":", "/")}`;
    for (const name of ["build.gradle.kts", "build.gradle"]) {
      if ((await files.readText(`${folder}/${name}`)) === undefined) continue;
      const version = await versionFromGradle(`${folder}/${name}`, files, depth + 1);
      if (version !== undefined) return version;
    }
  }
  return undefined;
}

async function buildOf(first: string, files: ProjectFiles): Promise<GradleBuild> {
  const folders = await foldersOfBuild(folderOf(first), files);
  const root = folders.at(-1) ?? folderOf(first);
  const scripts: BuildScript[] = [];
  const properties: ReadonlyMap<string, string>[] = [];
  const names = ["build.gradle.kts", "build.gradle", "settings.gradle.kts", "settings.gradle"];
  for (const path of [first, ...folders.flatMap((folder) => names.map((name) => `${folder}/${name}`))]) {
    const text = path === first && scripts.length > 0 ? undefined : await files.readText(path);
    if (text === undefined) continue;
    const script = readScript(text);
    scripts.push(script, ...(await appliedBy(script, folderOf(path), root, files)));
  }
  for (const folder of folders) {
    const text = await files.readText(`${folder}/gradle.properties`);
    if (text !== undefined) properties.push(readProperties(text));
  }
  const catalogue = await files.readText(`${root}/gradle/libs.versions.toml`);
  return { scripts, properties, catalogue: catalogue === undefined ? undefined : readCatalogue(catalogue), root };
}

/** From a project's folder up to the one with the build's settings; the project's own where there are none. */
async function foldersOfBuild(folder: string, files: ProjectFiles): Promise<readonly string[]> {
  const folders: string[] = [];
  for (let at = folder; at !== "" && folders.length < deepest; at = folderOf(at)) {
    folders.push(at);
    for (const name of ["settings.gradle.kts", "settings.gradle"])
      if ((await files.readText(`${at}/${name}`)) !== undefined) return folders;
  }
  return [folder];
}

/** Scripts that another one runs, and the classes and plugins of `buildSrc` that it uses. */
async function appliedBy(script: BuildScript, folder: string, root: string, files: ProjectFiles): Promise<BuildScript[]> {
  const sources = `${root}/buildSrc/src/main`;
  const paths = [
    ...script.applied.map((path) => (path.startsWith("/") ? `${root}${path}` : joinPath(folder, path))),
    ...script.plugins.flatMap((id) => [`${sources}/kotlin/${id}.gradle.kts`, `${sources}/groovy/${id}.gradle`]),
    ...script.classes
      .slice(0, mostClasses)
      .flatMap((name) => ["kotlin", "java"].map((language) => `${sources}/${language}/${name}.${language === "java" ? "java" : "kt"}`)),
    ...script.classes.slice(0, mostClasses).map((name) => `${sources}/groovy/${name}.groovy`),
  ];
  const texts = await Promise.all(paths.map((path) => files.readText(path)));
  return texts.flatMap((text) => (text === undefined ? [] : [readScript(text)]));
}

/** The version in an sbt build, whose variables may stand in `project/`. */
export async function versionFromSbt(path: string, files: ProjectFiles): Promise<string | undefined> {
  const folder = folderOf(path);
  const names = ["build.sbt", "project/Dependencies.scala", "project/Versions.scala", "project/Build.scala"];
  const texts = await Promise.all(names.map((name) => files.readText(`${folder}/${name}`)));
  const scripts = texts.flatMap((text) => (text === undefined ? [] : [readScript(text)]));
  const build = { scripts, properties: [], catalogue: undefined, root: folder };
  for (const script of scripts) {
    const version = await versionFromArtifacts(script, build);
    if (version !== undefined) return version;
  }
  return undefined;
}
