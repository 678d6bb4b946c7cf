import type { SourceFile, SourceProvider } from "../model/project.js";
import { packageOf } from "../frontends/dl4j/foreign/class-names.js";
import { folderOf, type ProjectFiles } from "./project-files.js";

/** Folders of a module that hold sources, below `src`. */
const sourceFolders = ["main/java", "main/kotlin", "test/java", "test/kotlin"];
const endings = [".java", ".kt"];
const buildFiles = ["pom.xml", "settings.gradle", "settings.gradle.kts", "build.gradle", "build.gradle.kts", "build.sbt"];
/** A workspace with more modules than this is searched in the first of them. */
const mostModules = 200;

/** Finds classes in a workspace's source folders by their names, without reading it through. */
export class Sources {
  readonly #files = new Map<string, Promise<SourceFile | undefined>>();
  readonly #modules = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly files: ProjectFiles) {}

  /** The classes that a file sees: those of its own source folder, of its module, and of the other modules of the build. */
  seenFrom(path: string): SourceProvider {
    return { classNamed: (name, ownPackage) => this.#classNamed(name, path, ownPackage) };
  }

  /** Files may have changed: they are read again when they are needed. */
  forget(): void {
    this.#files.clear();
    this.#modules.clear();
  }

  /** True when constants may have been read from such a file. */
  wereReadFrom(isMeant: (path: string) => boolean): boolean {
    return [...this.#files.keys()].some(isMeant);
  }

  async #classNamed(name: string, from: string, ownPackage: string): Promise<SourceFile | undefined> {
    const root = rootOf(from, ownPackage);
    const wanted = name.replaceAll(".", "/");
    const own = await this.#in([root], name, wanted);
    if (own.length > 0) return only(own);
    const [, module] = /^(.*)\/src\/\w+\/\w+$/.exec(root) ?? [];
    if (module === undefined) return undefined;
    const inModule = await this.#in(rootsOf(module), name, wanted);
    // packages do not reach over modules
    if (inModule.length > 0 || packageIn(name) === ownPackage) return only(inModule);
    const others = await this.#modulesAround(module);
    return only(await this.#in(others.flatMap(rootsOf), name, wanted));
  }

  async #in(roots: readonly string[], name: string, wanted: string): Promise<readonly SourceFile[]> {
    const paths = roots.flatMap((root) => endings.map((ending) => `${root}/${wanted}${ending}`));
    const found = await Promise.all(paths.map((path) => this.#read(path)));
    return found.filter((file) => file !== undefined).filter(({ text }) => packageOf(text) === packageIn(name));
  }

  #read(path: string): Promise<SourceFile | undefined> {
    const known = this.#files.get(path) ?? this.files.readText(path).then((text) => (text === undefined ? undefined : { path, text }));
    this.#files.set(path, known);
    return known;
  }

  /** The other modules of the build: below the folders above, as long as those have a build file. */
  #modulesAround(module: string): Promise<readonly string[]> {
    const known = this.#modules.get(module) ?? this.#findModules(module);
    this.#modules.set(module, known);
    return known;
  }

  async #findModules(module: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (let folder = folderOf(module); folder !== "" && found.length < mostModules; folder = folderOf(folder)) {
      const builds = await Promise.all(buildFiles.map((name) => this.files.readText(`${folder}/${name}`)));
      if (builds.every((text) => text === undefined)) break;
      for (const child of await this.#foldersIn(folder)) {
        const inside = await this.#foldersIn(child);
        found.push(...(inside.includes(`${child}/src`) ? [child] : inside));
      }
    }
    return [...new Set(found)].filter((one) => one !== module).slice(0, mostModules);
  }

  async #foldersIn(folder: string): Promise<readonly string[]> {
    const names = (await this.files.folders?.(folder)) ?? [];
    return names.filter((name) => !/^(\.|node_modules$|target$|build$|out$|bin$)/.test(name)).map((name) => `${folder}/${name}`);
  }
}

function packageIn(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf(".")));
}

/** The folder that a file's packages begin in. */
function rootOf(path: string, ownPackage: string): string {
  const folder = folderOf(path);
  const below = ownPackage === "" ? "" : `/${ownPackage.replaceAll(".", "/")}`;
  return folder.endsWith(below) ? folder.slice(0, folder.length - below.length) : folder;
}

function rootsOf(module: string): readonly string[] {
  return sourceFolders.map((folder) => `${module}/src/${folder}`);
}

/** The file, when there is just one text that could be meant. */
function only(files: readonly SourceFile[]): SourceFile | undefined {
  const [first] = files;
  return files.every(({ text }) => text === first?.text) ? first : undefined;
}
