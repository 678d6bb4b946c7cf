#!/usr/bin/env node
// Runs the built command line; `npm run build` makes it.
import { createRequire } from "node:module";

createRequire(import.meta.url)("../dist/cli.cjs");
