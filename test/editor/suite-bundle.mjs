import { build } from "esbuild";

/** Bundles the suite as the extension host loads it: CommonJS, with the editor's own module left out. */
export function buildSuite() {
  return build({
    entryPoints: { suite: "test/editor/suite/index.ts" },
    outdir: "dist/test",
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
}
