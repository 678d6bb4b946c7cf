import { z } from "zod";

/** What a run takes on standard input while it trains: one JSON object per line. */
export const runCommand = z.object({ command: z.enum(["cancel", "pause", "resume"]) });
export type RunCommand = z.infer<typeof runCommand>;
