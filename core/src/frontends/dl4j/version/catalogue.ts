import { parse } from "smol-toml";
import { z } from "zod";
import type { Artifact } from "./artifacts.js";

/** A library of a version catalogue, and the name that build scripts call it by (`dl4j-core` is `libs.dl4j.core` there). */
export interface CatalogueLibrary extends Artifact {
  readonly alias: string;
}

/** What a version catalogue (`gradle/libs.versions.toml`) names. */
export interface Catalogue {
  readonly versions: Readonly<Record<string, string>>;
  readonly libraries: readonly CatalogueLibrary[];
}

/** `"1.0"`, or a rich version: what it requires at most. */
const version = z.union([
  z.string(),
  z
    .object({ strictly: z.string().optional(), require: z.string().optional(), prefer: z.string().optional() })
    .transform(({ strictly, require, prefer }) => strictly ?? require ?? prefer)
    .pipe(z.string()),
]);
const reference = z.object({ ref: z.string() });
const library = z.union([
  z.string(),
  z.object({
    module: z.string().optional(),
    group: z.string().optional(),
    name: z.string().optional(),
    version: z.union([version, reference]).optional().catch(undefined),
  }),
]);
const catalogue = z.object({
  versions: z.record(z.string(), version.optional().catch(undefined)).catch({}),
  libraries: z.record(z.string(), library.optional().catch(undefined)).catch({}),
});

/** Reads a version catalogue; `undefined` for a text that is none. */
export function readCatalogue(toml: string): Catalogue | undefined {
  const read = catalogue.safeParse(parsed(toml)).data;
  if (!read) return undefined;
  const versions = Object.fromEntries(Object.entries(read.versions).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return { versions, libraries: Object.entries(read.libraries).flatMap(([alias, one]) => (one ? libraryOf(alias, one, versions) : [])) };
}

function parsed(toml: string): unknown {
  try {
    return parse(toml);
  } catch {
    return undefined; // not TOML: the build would fail too, and says nothing
  }
}

function libraryOf(alias: string, read: z.infer<typeof library>, versions: Readonly<Record<string, string>>): CatalogueLibrary[] {
  if (typeof read === "string") {
    const [group, name, plain] = read.split(":");
    return group && name ? [{ alias, group, name, version: plain }] : [];
  }
  const [group = read.group, name = read.name] = read.module?.split(":") ?? [];
  if (!group || !name) return [];
  const written = read.version;
  return [{ alias, group, name, version: typeof written === "object" ? versions[written.ref] : written }];
}
