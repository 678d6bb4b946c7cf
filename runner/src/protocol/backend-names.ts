/** What `--backend` and the setting `nnlint.training.backend` take. */
export const backendNames = ["auto", "tfjs-node-gpu", "webgpu", "tfjs-node", "wasm", "cpu"] as const;
export type AskedBackend = (typeof backendNames)[number];
export type BackendName = Exclude<AskedBackend, "auto">;
