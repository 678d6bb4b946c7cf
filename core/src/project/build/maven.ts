import { dl4jArtifacts, releaseOf, type Artifact } from "../../frontends/dl4j/version/artifacts.js";
import { readPom, type Pom, type PomSection } from "../../frontends/dl4j/version/pom.js";
import { folderOf, joinPath, type ProjectFiles } from "../project-files.js";

/** Longer chains of parents, properties or modules are circles. */
const deepest = 10;

/** A pom with its parents, nearest first, as far as they are in the workspace. */
interface Lineage {
  readonly path: string;
  readonly poms: readonly { readonly path: string; readonly pom: Pom }[];
  /** The parts that count in a plain build, the nearest first; profiles before what they override. */
  readonly sections: readonly PomSection[];
  /** Parts of profiles that only some builds have. */
  readonly optional: readonly PomSection[];
}

/** The version of Deeplearning4j that a `pom.xml` says: its own, inherited, managed, or of a module of the same build that it depends on. */
export async function versionFromMaven(path: string, files: ProjectFiles, depth = 0): Promise<string | undefined> {
  const lineage = await lineageOf(path, files);
  if (!lineage) return undefined;
  const { sections, optional } = lineage;
  const used = [...sections, ...optional].flatMap(({ dependencies }) => dependencies);
  return (
    firstVersion(dl4jArtifacts(used), lineage) ??
    (depth < 3 ? await versionFromModules(used, lineage, files, depth) : undefined) ??
    firstVersion(dl4jArtifacts([...sections, ...optional].flatMap(({ managed }) => managed)), lineage) ??
    versionFromName(lineage)
  );
}

async function lineageOf(path: string, files: ProjectFiles): Promise<Lineage | undefined> {
  const poms: { path: string; pom: Pom }[] = [];
  for (let at: string | undefined = path; at !== undefined && poms.length < deepest;) {
    const text = await files.readText(at);
    const pom = text === undefined ? undefined : readPom(text);
    const heir = poms.at(-1)?.pom.parent;
    // another pom that lies where the parent would is not taken, by Maven neither
    if (!pom || (heir && pom.name !== heir.name)) break;
    poms.push({ path: at, pom });
    at = parentPath(at, pom);
  }
  if (poms.length === 0) return undefined;
  const profiles = poms.flatMap(({ pom }) => pom.profiles);
  return {
    path,
    poms,
    sections: poms.flatMap(({ pom }) => [...pom.profiles.filter(({ isActive }) => isActive), pom]),
    optional: profiles.filter(({ isActive }) => !isActive),
  };
}

function parentPath(path: string, { parent }: Pom): string | undefined {
  if (!parent || parent.relativePath === "") return undefined;
  const given = joinPath(folderOf(path), parent.relativePath);
  return given.endsWith(".xml") ? given : `${given}/pom.xml`;
}

function firstVersion(artifacts: readonly Artifact[], lineage: Lineage): string | undefined {
  for (const artifact of artifacts) {
    const written = artifact.version ?? managedVersion(artifact, lineage);
    const version = written === undefined ? undefined : substitute(written, lineage);
    const release = version === undefined ? undefined : releaseOf(version);
    if (release !== undefined) return release;
  }
  return undefined;
}

function managedVersion({ group, name }: Artifact, { sections, optional }: Lineage): string | undefined {
  const managed = [...sections, ...optional].flatMap((section) => section.managed);
  return managed.find((one) => one.group === group && one.name === name)?.version;
}

/** Replaces `${name}` in a version; a property may be defined by another one. */
function substitute(value: string, lineage: Lineage, depth = 0): string | undefined {
  let isKnown = depth < deepest;
  const filled = value.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    const property = isKnown ? propertyOf(name.trim(), lineage) : undefined;
    const inner = property === undefined ? undefined : substitute(property, lineage, depth + 1);
    isKnown &&= inner !== undefined;
    return inner ?? "";
  });
  return isKnown ? filled.trim() : undefined;
}

function propertyOf(name: string, { sections, optional, poms }: Lineage): string | undefined {
  const pom = poms[0]?.pom;
  if (/^(project\.|pom\.)?version$/.test(name)) return pom?.version ?? pom?.parent?.version;
  if (/^(project\.)?parent\.version$/.test(name)) return pom?.parent?.version;
  const defined = (section: PomSection) => (Object.hasOwn(section.properties, name) ? [section.properties[name]] : []);
  const [plain] = sections.flatMap(defined);
  if (plain !== undefined) return plain;
  // some profile or other: known where all of them agree
  const values = new Set(optional.flatMap(defined));
  return values.size === 1 ? [...values][0] : undefined;
}

/** A module without Deeplearning4j of its own has that of the sibling that it depends on. */
async function versionFromModules(
  used: readonly Artifact[],
  lineage: Lineage,
  files: ProjectFiles,
  depth: number,
): Promise<string | undefined> {
  const wanted = new Set(used.map(({ name }) => name));
  for (const { path, pom } of lineage.poms) {
    for (const module of pom.modules) {
      const given = joinPath(folderOf(path), module);
      const modulePath = given.endsWith(".xml") ? given : `${given}/pom.xml`;
      const text = modulePath === lineage.path ? undefined : await files.readText(modulePath);
      const sibling = text === undefined ? undefined : readPom(text);
      const isUsed = sibling !== undefined && wanted.has(sibling.name);
      const version = isUsed ? await versionFromMaven(modulePath, files, depth + 1) : undefined;
      if (version !== undefined) return version;
    }
  }
  return undefined;
}

/** Where only a property is named after it: modules of the official examples take the version from there. */
function versionFromName(lineage: Lineage): string | undefined {
  const names = lineage.sections.flatMap(({ properties }) => Object.keys(properties));
  const named = names.find((name) => /^(dl4j|dl4j-master|deeplearning4j)[.-]version$/i.test(name));
  const version = named === undefined ? undefined : substitute(`\${${named}}`, lineage);
  return version === undefined ? undefined : releaseOf(version);
}
