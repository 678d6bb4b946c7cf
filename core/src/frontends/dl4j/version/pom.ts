import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import type { Artifact } from "./artifacts.js";

/** A part of a `pom.xml` that profiles have too. */
export interface PomSection {
  readonly properties: Readonly<Record<string, string>>;
  readonly dependencies: readonly Artifact[];
  /** `dependencyManagement`: versions for dependencies that name none. */
  readonly managed: readonly Artifact[];
}

/** What a `pom.xml` says about versions. */
export interface Pom extends PomSection {
  readonly group: string | undefined;
  readonly name: string;
  readonly version: string | undefined;
  readonly parent: PomParent | undefined;
  /** Folders of its modules, relative to its own. */
  readonly modules: readonly string[];
  readonly profiles: readonly PomProfile[];
}

/** Where values are inherited from. */
export interface PomParent {
  readonly group: string;
  readonly name: string;
  readonly version: string;
  /** Relative to the pom's folder; empty where the text says that the parent is not in the workspace. */
  readonly relativePath: string;
}

/** Values that count in some builds only. */
export interface PomProfile extends PomSection {
  /** True when a plain build has it. */
  readonly isActive: boolean;
}

const text = z.string().optional().catch(undefined);
const list = z.array(z.unknown()).optional().catch(undefined);
const dependency = z.object({ groupId: z.string(), artifactId: z.string(), version: text });
const dependencies = z.object({ dependency: list }).optional().catch(undefined);
const section = {
  properties: z.record(z.string(), z.unknown()).optional().catch(undefined),
  dependencies,
  dependencyManagement: z.object({ dependencies }).optional().catch(undefined),
};
const activation = z.object({ activeByDefault: text, property: z.object({ name: text }).optional().catch(undefined) });
const profile = z.object({ ...section, activation: activation.optional().catch(undefined) });
const parent = z.object({ groupId: z.string(), artifactId: z.string(), version: z.string(), relativePath: text });
const project = z.object({
  ...section,
  groupId: text,
  artifactId: z.string().catch(""),
  version: text,
  parent: parent.optional().catch(undefined),
  modules: z.object({ module: list }).optional().catch(undefined),
  profiles: z.object({ profile: list }).optional().catch(undefined),
});

const lists: ReadonlySet<string> = new Set(["dependency", "module", "profile"]);

/** Reads a `pom.xml`; `undefined` for a text that is none. */
export function readPom(xml: string): Pom | undefined {
  const read = project.safeParse(parse(xml)).data;
  if (!read) return undefined;
  const { groupId, artifactId, version } = read;
  return {
    ...sectionOf(read),
    group: groupId,
    name: artifactId,
    version,
    parent: read.parent && parentOf(read.parent),
    modules: (read.modules?.module ?? []).filter((one) => typeof one === "string"),
    profiles: (read.profiles?.profile ?? []).flatMap((one) => {
      const { data } = profile.safeParse(one);
      return data ? [{ ...sectionOf(data), isActive: isActive(data.activation) }] : [];
    }),
  };
}

function parse(xml: string): unknown {
  const parser = new XMLParser({ parseTagValue: false, trimValues: true, removeNSPrefix: true, isArray: (name) => lists.has(name) });
  try {
    const parsed: unknown = parser.parse(xml);
    return z.object({ project: z.unknown() }).safeParse(parsed).data?.project;
  } catch {
    return undefined; // not XML: the build would fail too, and says nothing
  }
}

function sectionOf(read: z.infer<typeof profile>): PomSection {
  const entries = Object.entries(read.properties ?? {});
  return {
    properties: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string")),
    dependencies: artifactsOf(read.dependencies?.dependency),
    managed: artifactsOf(read.dependencyManagement?.dependencies?.dependency),
  };
}

function artifactsOf(read: readonly unknown[] | undefined): Artifact[] {
  return (read ?? []).flatMap((one) => {
    const { data } = dependency.safeParse(one);
    return data ? [{ group: data.groupId, name: data.artifactId, version: data.version }] : [];
  });
}

/** Without `relativePath` Maven looks one folder up; an empty one (`<relativePath/>`) says that the parent is elsewhere. */
function parentOf({ groupId, artifactId, version, relativePath = "../pom.xml" }: z.infer<typeof parent>): PomParent {
  return { group: groupId, name: artifactId, version, relativePath };
}

/** On by default, or on as long as a property is not given (`!name`). */
function isActive(by: z.infer<typeof activation> | undefined): boolean {
  return by?.activeByDefault === "true" || by?.property?.name?.startsWith("!") === true;
}
