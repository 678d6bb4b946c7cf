import assert from "node:assert/strict";
import { analyse } from "../../../core/src/analysis/analyse.js";
import { applyEdits } from "../../../core/src/analysis/apply-edits.js";
import { defaultConfiguration } from "../../../core/src/analysis/configure.js";
import type { Finding, Notation, ProjectFacts, VersionSource } from "../../../core/src/model/index.js";

/** A text to lint, and what its project says. */
export interface Source {
  readonly notation: Notation;
  readonly text: string;
  readonly version?: string;
  readonly versionFrom?: VersionSource;
}

/** A Java class whose method holds the statements. */
export function java(statements: string, version?: string): Source {
  const text = `package example;

import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.*;
import org.nd4j.linalg.lossfunctions.LossFunctions;

public class Example {
  public static void main(String[] args) {
${statements}
  }
}
`;
  return { notation: "java", text, ...(version !== undefined && { version }) };
}

export function nnet(text: string): Source {
  return { notation: "nnet", text };
}

/** The findings of one rule. */
export async function findingsOf(rule: string, source: Source): Promise<readonly Finding[]> {
  return (await allFindings(source)).filter((finding) => finding.rule === rule);
}

export async function allFindings({ text, notation, version, versionFrom }: Source): Promise<readonly Finding[]> {
  const project: ProjectFacts = {
    version: version === undefined ? null : { value: version, from: versionFrom ?? "build file" },
    configuration: { ...defaultConfiguration, preset: "all" },
  };
  const analysed = await analyse(text, notation, { project, data: { profile: () => Promise.resolve(undefined) } });
  assert.deepEqual(analysed.failures, []);
  assert.equal(analysed.networks.length, 1, "one network is read");
  return analysed.findings;
}

/** The titles of a finding's fixes. */
export function titles(finding: Finding | undefined): readonly string[] {
  return finding?.fixes.map(({ title }) => title) ?? [];
}

/** The source with the fix of that title applied. */
export function fixed(source: Source, finding: Finding | undefined, title: string): Source {
  const fix = finding?.fixes.find((one) => one.title === title);
  assert.ok(fix, `"${title}" is offered; there are: ${titles(finding).join(" | ")}`);
  return { ...source, text: applyEdits(source.text, fix.edits) };
}
