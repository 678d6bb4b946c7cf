import { z } from "zod";

/** A finding's fix by what stays the same when the text changes. */
export const fixName = z.object({
  rule: z.string(),
  /** `null` where the finding is about the network as a whole. */
  layer: z.string().nullable(),
  setting: z.string().nullable(),
  /** The fix's title; of several the one with this, else the one that is preferred. */
  title: z.string().optional(),
});
export type FixName = z.infer<typeof fixName>;

/** What a training is for: plain data, so that it can be run again from the panel. */
export const purpose = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("train") }),
  /** Several learning rates side by side; without a list the guideline's and the network's own. */
  z.object({ kind: z.literal("sweep"), learningRates: z.array(z.string()).optional() }),
  /** The text as it is beside the text with a finding's fix. */
  z.object({ kind: z.literal("try"), fix: fixName }),
]);
export type Purpose = z.infer<typeof purpose>;
