import { loadCompiled } from "../../runner/src/process/load-compiled.js";

loadCompiled("cli-main.cjs");
