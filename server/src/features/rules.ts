import { ruleSummary, rules as allRules } from "../../../core/src/analysis/workspace.js";
import type { Feature } from "../feature.js";
import { rulesRequest, type RuleSummary } from "../protocol.js";

/** The rules with their pages, for the client's list to choose from. */
export const rules: Feature = {
  capabilities: () => ({}),
  register({ connection, environment }) {
    connection.onRequest(rulesRequest, (): RuleSummary[] =>
      allRules.map(({ id, severity }) => ({ id, severity, page: environment.pageUri(id), summary: ruleSummary(id) })),
    );
  },
};
