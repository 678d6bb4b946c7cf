import boundaries from "eslint-plugin-boundaries";
import tseslint from "typescript-eslint";

/** The rooms and what each may import: docs/architecture.md. */
const rooms = {
  model: { folder: "core/src/model", imports: [] },
  facts: { folder: "core/src/facts", imports: [] },
  generated: { folder: "core/src/generated", imports: [] },
  frontends: { folder: "core/src/frontends", imports: ["model", "facts", "generated"] },
  resolve: { folder: "core/src/resolve", imports: ["model", "facts"] },
  "data-profile": { folder: "core/src/data-profile", imports: ["model"] },
  rules: { folder: "core/src/rules", imports: ["model", "facts", "resolve"] },
  project: { folder: "core/src/project", imports: ["model", "frontends"] },
  analysis: {
    folder: "core/src/analysis",
    imports: ["model", "facts", "generated", "frontends", "resolve", "data-profile", "rules", "project"],
  },
};
const core = Object.keys(rooms);
Object.assign(rooms, {
  server: { folder: "server/src", imports: core },
  runner: { folder: "runner/src", imports: core },
  client: { folder: "client/src", imports: ["server", "runner", "model"] },
  cli: { folder: "cli/src", imports: [...core, "runner", "server"] },
});

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "node_modules/",
      ".code-server/",
      ".editor/",
      ".vscode-test/",
      "core/src/generated/",
      "**/*.generated.ts",
      "examples/",
      // CommonJS that runs beside an installed library, of which there are no types here.
      "runner/addon/*.cjs",
      // AssemblyScript: other types, another compiler.
      "runner/kernels/",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: [
            "*.js",
            "scripts/*.mjs",
            "scripts/*/*.mjs",
            "bin/*.mjs",
            "test/*/*/*.mjs",
            "test/*/*.mjs",
            "runner/addon/*.mjs",
          ],
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["core/src/**", "server/src/**", "client/src/**", "runner/src/**", "cli/src/**"],
    plugins: { boundaries },
    settings: {
      "import/resolver": { typescript: true, node: { extensions: [".ts"] } },
      "boundaries/elements": Object.entries(rooms).map(([type, { folder }]) => ({ type, pattern: folder })),
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: Object.entries(rooms).map(([type, { imports }]) => ({
            from: { element: { type } },
            allow: [type, ...imports].map((room) => ({ to: { element: { type: room } } })),
          })),
        },
      ],
    },
  },
  {
    files: ["core/src/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["node:*", "vscode", "vscode-*", "@tensorflow/*"],
              message: "core runs anywhere: what it needs from outside is handed in.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["test/**"],
    rules: {
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", name: ["test", "describe", "it", "suite"], package: "node:test" }] },
      ],
    },
  },
  { files: ["**/*.mjs", "**/*.js"], ...tseslint.configs.disableTypeChecked },
);
