/** The artifacts whose version is Deeplearning4j's own. */
const dependency =
  /(?:org\.deeplearning4j|org\.nd4j)['"]?\s*(?::|%{1,2}|,\s*(?:name\s*[:=])?)\s*['"]?[\w.$}{-]+['"]?\s*(?::|%|,\s*(?:version\s*[:=])?)\s*(["']?)([^"'\s),]+)\1/;

/** The version in a Gradle script (Groovy or Kotlin) or an sbt build: written out, or through a variable, `ext`, or a map. */
export function parseGradle(text: string): string | undefined {
  const plain = text.replace(/\/\*[^]*?\*\//g, "").replace(/(^|[^:])\/\/.*$/gm, "$1");
  const [, , written] = dependency.exec(plain) ?? [];
  if (written === undefined) return undefined;
  return /^\d/.test(written) ? written : variable(written.replace(/^\$\{?|\}?$|[{}]/g, ""), plain);
}

/** `dl4jVersion = "1.0.0"`, `ext { dl4jVersion = '…' }`, `versions.dl4j` of `versions = [dl4j: '…']`, `extra["dl4jVersion"] = "…"`. */
function variable(reference: string, text: string): string | undefined {
  const name = (/["'](\w+)["']/.exec(reference)?.[1] ?? reference.split(".").at(-1) ?? "").replace(/\W/g, "");
  if (name === "") return undefined;
  const definition = new RegExp(`\\b${name}["']?\\]?\\s*(?::\\s*String\\s*)?[=:,]\\s*["']([^"']+)["']`);
  return definition.exec(text)?.[1];
}
