import { flagOff } from "./flag-off.js";
import { large } from "./large.js";
import { singleExample } from "./single-example.js";
import { small } from "./small.js";

/** Rules on the minibatch's size. */
export const rules = [singleExample, small, large, flagOff] as const;
