import type { Finding, FindingFix } from "../../../core/src/model/index.js";
import { findingsOf } from "../diagnostics.js";
import type { Feature } from "../feature.js";
import { rangeOf, textEditOf, type Model } from "../models/model.js";
import { fixesRequest, networksParams, type FixSummary } from "../protocol.js";

/** The fixes that can be tried by training, for the client's command that does so. */
export const fixes: Feature = {
  capabilities: () => ({}),
  register(context) {
    const { connection, models } = context;
    connection.onRequest(fixesRequest, async (params: unknown, token): Promise<FixSummary[] | null> => {
      const uri = networksParams.safeParse(params).data?.uri;
      const model = uri === undefined ? undefined : await models.get(uri, token);
      return model ? findingsOf(model, context).flatMap((finding) => summaries(finding, model)) : null;
    });
  },
};

function summaries(finding: Finding, model: Model): FixSummary[] {
  const { rule, layer, setting, message, network } = finding;
  if (network === null) return [];
  return triable(finding).map((fix) => ({
    ...{ network, rule, layer, setting, message },
    range: rangeOf(model, finding.range),
    fix: { ...fix, edits: fix.edits.map((edit) => textEditOf(model, edit)) },
  }));
}

/** The preferred fix first. Safe fixes leave the network as it is, so there is nothing to try; a measured one has been tried. */
export function triable({ fixes: all, network, rule }: Finding): FindingFix[] {
  if (network === null || rule === "run/fix-measured") return [];
  const suggested = all.filter(({ safety }) => safety === "suggested");
  return [...suggested.filter(({ preferred }) => preferred), ...suggested.filter(({ preferred }) => !preferred)];
}
