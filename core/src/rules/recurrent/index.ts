import { tbpttIgnored } from "./tbptt-ignored.js";

/** Rules on recurrent networks. */
export const rules = [tbpttIgnored] as const;
