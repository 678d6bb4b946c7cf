import { z } from "zod";
import { purpose } from "../training/purpose.js";
import type { RunState } from "../training/run-state.js";

/** What the extension tells the panel: the whole run, so that a panel that was hidden or reopened misses nothing. */
export interface PanelUpdate {
  readonly run: RunState | null;
  /** Rules of runs that have a page. */
  readonly pages: readonly string[];
}

/** What the user does in the panel. */
export const panelAction = z.discriminatedUnion("action", [
  z.object({ action: z.literal("ready") }),
  z.object({ action: z.enum(["stop", "pause", "resume"]) }),
  z.object({ action: z.literal("again"), uri: z.string(), network: z.string(), purpose }),
  z.object({ action: z.literal("rates"), uri: z.string(), network: z.string(), learningRates: z.array(z.string()) }),
  z.object({ action: z.literal("dismiss"), uri: z.string() }),
  z.object({ action: z.literal("reveal"), uri: z.string(), line: z.int().nonnegative(), character: z.int().nonnegative() }),
  z.object({ action: z.literal("explain"), rule: z.string() }),
]);
export type PanelAction = z.infer<typeof panelAction>;
