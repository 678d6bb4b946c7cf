import { singleExample } from "./single-example.js";
import { small } from "./small.js";

/** Rules on the minibatch's size. */
export const rules = [singleExample, small] as const;
