import { valueOf } from "../../../core/src/model/index.js";
import { findingsOf } from "../diagnostics.js";
import type { Feature } from "../feature.js";
import { rangeOf } from "../models/model.js";
import { networksParams, networksRequest, type DocumentSummary } from "../protocol.js";

/** What networks a document holds, for the client's status and its choice of what to train. */
export const networks: Feature = {
  capabilities: () => ({}),
  register(context) {
    const { connection, models } = context;
    connection.onRequest(networksRequest, async (params: unknown, token): Promise<DocumentSummary | null> => {
      const uri = networksParams.safeParse(params).data?.uri;
      const model = uri === undefined ? undefined : await models.get(uri, token);
      if (!model) return null;
      const findings = { error: 0, warning: 0, info: 0, hint: 0 };
      for (const { severity } of findingsOf(model, context)) findings[severity]++;
      return {
        version: model.version,
        framework: model.config?.environment.project.version ?? null,
        findings,
        networks: (model.config?.analysed.networks ?? []).map((network) => ({
          name: network.name,
          notation: network.notation,
          range: rangeOf(model, network.range),
          parameters: valueOf(network.parameters) ?? null,
          layers: network.layers.map(({ id, kind }) => ({ id, kind })),
        })),
      };
    });
  },
};
