import { ninMismatch } from "./nin-mismatch.js";

/** Rules on shapes. */
export const rules = [ninMismatch] as const;
