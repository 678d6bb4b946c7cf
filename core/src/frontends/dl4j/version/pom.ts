import { XMLParser } from "fast-xml-parser";
import { z } from "zod";

const dependency = z.object({ groupId: z.string(), artifactId: z.string(), version: z.string().optional() });
const dependencies = z
  .object({ dependency: z.array(z.unknown()).optional().catch(undefined) })
  .optional()
  .catch(undefined);
const pom = z.object({
  project: z.object({
    version: z.string().optional().catch(undefined),
    properties: z.record(z.string(), z.unknown()).optional().catch(undefined),
    dependencies,
    dependencyManagement: z.object({ dependencies }).optional().catch(undefined),
  }),
});

/** The version of the first Deeplearning4j artifact in a `pom.xml`, through its properties. */
export function parsePom(text: string): string | undefined {
  const project = readProject(text);
  if (!project) return undefined;
  const properties = project.properties ?? {};
  const listed = [...(project.dependencyManagement?.dependencies?.dependency ?? []), ...(project.dependencies?.dependency ?? [])];
  for (const one of listed) {
    const { data } = dependency.safeParse(one);
    if (!data?.version || !/^org\.(deeplearning4j|nd4j)$/.test(data.groupId)) continue;
    const version = substitute(data.version, properties);
    if (version !== undefined) return version;
  }
  // modules of the official examples name the version only here
  const named = Object.keys(properties).find((name) => /^(dl4j|dl4j-master|deeplearning4j|nd4j)\.version$/i.test(name));
  return named === undefined ? undefined : substitute(`\${${named}}`, properties);
}

function readProject(text: string): z.infer<typeof pom>["project"] | undefined {
  const parser = new XMLParser({ parseTagValue: false, trimValues: true, isArray: (name) => name === "dependency" });
  try {
    return pom.safeParse(parser.parse(text)).data?.project;
  } catch {
    return undefined; // not XML: the build would fail too, and says nothing
  }
}

/** Replaces `${name}`; a property may be defined by another one. */
function substitute(value: string, properties: Readonly<Record<string, unknown>>, depth = 0): string | undefined {
  const reference = /^\s*\$\{([^}]+)\}\s*$/.exec(value)?.[1];
  if (reference === undefined) return value.trim();
  const next = Object.hasOwn(properties, reference) ? properties[reference] : undefined;
  return typeof next === "string" && depth < 10 ? substitute(next, properties, depth + 1) : undefined;
}
