import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { versionOf } from "./files.js";

const source = "src/main/java/Train.java";

/** A pom around its inner text. */
const pom = (inner: string, name = "app") =>
  `<?xml version="1.0"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0">\n<groupId>shop</groupId><artifactId>${name}</artifactId><version>7.0</version>\n${inner}\n</project>`;

const dependency = (version: string | null, name = "deeplearning4j-core", group = "org.deeplearning4j") =>
  `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId>${version === null ? "" : `<version>${version}</version>`}</dependency>`;

const dependencies = (...list: string[]) => `<dependencies>${list.join("")}</dependencies>`;
const managed = (...list: string[]) => `<dependencyManagement>${dependencies(...list)}</dependencyManagement>`;
const properties = (entries: Readonly<Record<string, string>>) =>
  `<properties>${Object.entries(entries)
    .map(([key, value]) => `<${key}>${value}</${key}>`)
    .join("")}</properties>`;

const parent = (name: string, relativePath?: string) =>
  `<parent><groupId>shop</groupId><artifactId>${name}</artifactId><version>7.0</version>${relativePath === undefined ? "" : `<relativePath>${relativePath}</relativePath>`}</parent>`;

const inPom = (inner: string) => versionOf(source, { "pom.xml": pom(inner) });

describe("a pom.xml says the version", () => {
  test("in the dependency itself, with blanks and tabs around", async () => {
    assert.equal(await inPom(dependencies(dependency("\n\t 0.9.1 \n"))), "0.9.1");
  });

  test("through a property that another one defines", async () => {
    const text = properties({ "dl4j.version": "${nd4j.version}", "nd4j.version": "1.0.0-${stage}", stage: "beta7" });
    assert.equal(await inPom(text + dependencies(dependency("${dl4j.version}"))), "1.0.0-beta7");
  });

  test("in dependencyManagement", async () => {
    assert.equal(await inPom(dependencies(dependency(null)) + managed(dependency("1.0.0-M2.1"))), "1.0.0-M2.1");
  });

  test("of the builders, not of a further artifact", async () => {
    const mixed = dependencies(
      dependency("1.0.0-beta2_spark_2", "dl4j-spark_2.11"),
      dependency("0.9.1", "nd4j-native-platform", "org.nd4j"),
      dependency("1.0.0-beta3", "deeplearning4j-nn"),
    );
    assert.equal(await inPom(mixed), "1.0.0-beta3");
    assert.equal(await inPom(dependencies(dependency("1.0.0-beta3_spark_2", "dl4j-spark_2.11"))), "1.0.0-beta3");
  });

  test("of a strict version, but not of a range", async () => {
    assert.equal(await inPom(dependencies(dependency("[0.8.0]"))), "0.8.0");
    assert.equal(await inPom(dependencies(dependency("[0.8.0,1.0)"))), undefined);
    assert.equal(await inPom(dependencies(dependency("LATEST"))), undefined);
  });

  test("by the profile of a plain build; by the others where they agree", async () => {
    const profile = (id: string, version: string, activation = "") =>
      `<profile><id>${id}</id>${activation}${properties({ dl: version })}</profile>`;
    const withProfiles = (...list: string[]) => inPom(`${dependencies(dependency("${dl}"))}<profiles>${list.join("")}</profiles>`);
    const byDefault = "<activation><activeByDefault>true</activeByDefault></activation>";
    assert.equal(await withProfiles(profile("old", "0.9.1"), profile("new", "1.0.0-M2.1", byDefault)), "1.0.0-M2.1");
    assert.equal(await withProfiles(profile("old", "0.9.1"), profile("new", "1.0.0-M2.1")), undefined);
    assert.equal(await withProfiles(profile("cpu", "0.9.1"), profile("gpu", "0.9.1")), "0.9.1");
    const unless = "<activation><property><name>!old</name></property></activation>";
    assert.equal(await withProfiles(profile("old", "0.9.1"), profile("new", "1.0.0-beta7", unless)), "1.0.0-beta7");
  });

  test("or does not: comments, other groups, other text", async () => {
    assert.equal(await inPom(dependencies(`<!-- ${dependency("0.9.1")} -->`, dependency("3.1", "junit", "junit"))), undefined);
    assert.equal(await versionOf(source, { "pom.xml": "<project" }), undefined);
    assert.equal(await versionOf(source, { "pom.xml": "" }), undefined);
  });
});

describe("in a build of several modules", () => {
  const module = "trainer/src/main/java/Train.java";

  test("the parent's properties count, and the child's win", async () => {
    const root = pom(properties({ dl: "0.9.1" }) + managed(dependency("${dl}")), "root");
    const child = parent("root") + dependencies(dependency(null));
    assert.equal(await versionOf(module, { "pom.xml": root, "trainer/pom.xml": pom(child) }), "0.9.1");
    assert.equal(await versionOf(module, { "pom.xml": root, "trainer/pom.xml": pom(child + properties({ dl: "0.8.0" })) }), "0.8.0");
  });

  test("the parent lies where relativePath says", async () => {
    const base = pom(properties({ dl: "1.0.0-beta4" }), "base");
    const child = pom(parent("base", "../build/base") + dependencies(dependency("${dl}")));
    assert.equal(await versionOf(module, { "build/base/pom.xml": base, "trainer/pom.xml": child }), "1.0.0-beta4");
  });

  test("another pom in the parent's place is not the parent", async () => {
    const stranger = pom(properties({ dl: "0.9.1" }), "stranger");
    const child = pom(parent("root") + dependencies(dependency("${dl}")));
    assert.equal(await versionOf(module, { "pom.xml": stranger, "trainer/pom.xml": child }), undefined);
  });

  test("the nearest build file counts", async () => {
    const files = { "pom.xml": pom(dependencies(dependency("0.9.1"))), "trainer/pom.xml": pom(dependencies(dependency("1.0.0-M2.1"))) };
    assert.equal(await versionOf(module, files), "1.0.0-M2.1");
    assert.equal(await versionOf("other/src/Train.java", files), "0.9.1");
  });

  test("a module has the version of the sibling that it depends on", async () => {
    const files = {
      "pom.xml": pom("<modules><module>old</module><module>nets</module><module>trainer</module></modules>", "root"),
      "old/pom.xml": pom(parent("root") + dependencies(dependency("0.8.0")), "old"),
      "nets/pom.xml": pom(parent("root") + dependencies(dependency("1.0.0-beta6")), "nets"),
      "trainer/pom.xml": pom(parent("root") + dependencies(dependency("7.0", "nets", "shop")), "trainer"),
    };
    assert.equal(await versionOf(module, files), "1.0.0-beta6");
  });

  test("a circle of parents ends", async () => {
    const files = { "pom.xml": pom(parent("b", "b"), "a"), "b/pom.xml": pom(parent("a", ".."), "b") };
    assert.equal(await versionOf("src/Train.java", files), undefined);
  });
});
