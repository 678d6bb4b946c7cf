import { loadCompiled } from "./process/load-compiled.js";

loadCompiled("runner-main.cjs");
