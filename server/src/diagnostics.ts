import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from "vscode-languageserver";
import type { Finding, Severity } from "../../core/src/model/index.js";
import type { FeatureContext } from "./feature.js";
import { rangeOf, type Model } from "./models/model.js";
import { pageNameOf } from "./page-name.js";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Everything found in a document: by the rules, and by runs as far as it still holds. */
export function findingsOf(model: Model, { runFindings }: Pick<FeatureContext, "runFindings">): Finding[] {
  return [...model.findings, ...runFindings.placed(model)];
}

/** Of findings around each other, the innermost speaks first. */
export function innermostFirst(findings: readonly Finding[]): Finding[] {
  const length = ({ range }: Finding) => range.end - range.start;
  return findings.toSorted((a, b) => length(a) - length(b));
}

/** A model's findings as the protocol's diagnostics. */
export function diagnosticsOf(model: Model, context: Pick<FeatureContext, "environment" | "runFindings">): Diagnostic[] {
  return findingsOf(model, context).map((finding) => diagnosticOf(finding, model, context.environment.pageUri));
}

/** A finding as a diagnostic: what is wrong, and on the next line why. */
export function diagnosticOf(finding: Finding, model: Model, pageUri: (name: string) => string): Diagnostic {
  const { rule, severity, message, detail, range, related, deprecated } = finding;
  const page = pageNameOf(rule);
  return {
    source: "nnlint",
    code: rule,
    severity: severities[severity],
    message: detail === "" ? message : `${message}\n${detail}`,
    range: rangeOf(model, range),
    ...(page !== undefined && { codeDescription: { href: pageUri(page) } }),
    ...(related.length > 0 && {
      relatedInformation: related.map((place) => ({
        message: place.message,
        location: { uri: model.uri, range: rangeOf(model, place.range) },
      })),
    }),
    ...(deprecated && { tags: [DiagnosticTag.Deprecated] }),
  };
}
