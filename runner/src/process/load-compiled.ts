import module, { createRequire } from "node:module";
import path from "node:path";
import { cacheFolder } from "../backends/remembered.js";

/** Not in the types of the oldest Node.js that nnlint runs on: there from 22.1 on. It tells failures by what it returns, and throws nothing. */
const { enableCompileCache } = module as { readonly enableCompileCache?: (folder: string) => unknown };

/**
 * Loads a large bundle beside this one. Its compiled code is kept in the user's cache, where Node.js can: the next start takes a
 * quarter less time.
 * @param bundle its file
 */
export function loadCompiled(bundle: string): void {
  enableCompileCache?.(path.join(cacheFolder(), "compiled"));
  createRequire(__filename)(path.join(__dirname, bundle));
}
