import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { versionOf } from "./files.js";

const source = "src/main/java/Train.java";
const groovy = (text: string) => versionOf(source, { "build.gradle": text });
const kotlin = (text: string) => versionOf(source, { "build.gradle.kts": text });

/** Ways to write the version in one script. */
const scripts: readonly (readonly [string, "groovy" | "kotlin", string, string | undefined])[] = [
  ["one string", "groovy", "dependencies { implementation 'org.deeplearning4j:deeplearning4j-core:0.9.1' }", "0.9.1"],
  ["with classifier", "groovy", 'implementation "org.nd4j:nd4j-native:1.0.0-M2.1:linux-x86_64"', "1.0.0-M2.1"],
  ["group, name, version", "groovy", "compile group: 'org.deeplearning4j', name: 'deeplearning4j-core', version: '0.8.0'", "0.8.0"],
  [
    "another order, several lines",
    "groovy",
    "compile(\n  name: 'deeplearning4j-core',\n  version: dl,\n  group: 'org.deeplearning4j')\ndef dl = '0.7.2'",
    "0.7.2",
  ],
  [
    "ext block",
    "groovy",
    "ext { dl4jVersion = '1.0.0-beta7' }\ncompile \"org.deeplearning4j:deeplearning4j-core:${dl4jVersion}\"",
    "1.0.0-beta7",
  ],
  ["ext.", "groovy", 'ext.dl = "1.0.0-beta2"\ncompile "org.deeplearning4j:deeplearning4j-nn:$dl"', "1.0.0-beta2"],
  ["ext['a.b']", "groovy", "ext['dl4j.version'] = '0.9.1'\ncompile \"org.deeplearning4j:x:${property('dl4j.version')}\"", "0.9.1"],
  ["a map", "groovy", "ext.versions = [spark: '2.1', dl4j: '0.9.1']\ncompile \"org.deeplearning4j:x:${versions.dl4j}\"", "0.9.1"],
  ["a map by key", "groovy", "def v = ['dl4j': '0.9.1']\ncompile \"org.deeplearning4j:x:${v['dl4j']}\"", "0.9.1"],
  ["a variable of a variable", "groovy", 'def a = \'1.0.0-M1\'\ndef b = "${a}.1"\ncompile "org.deeplearning4j:x:$b"', "1.0.0-M1.1"],
  ["added", "groovy", "def dl = '0.9.1'\ncompile 'org.deeplearning4j:deeplearning4j-core:' + dl", "0.9.1"],
  ["strictly", "groovy", "implementation('org.deeplearning4j:deeplearning4j-core') { version { strictly '1.0.0-beta5' } }", "1.0.0-beta5"],
  ["!!", "groovy", "implementation 'org.deeplearning4j:deeplearning4j-core:1.0.0-beta5!!'", "1.0.0-beta5"],
  ["an artifact by variable", "groovy", "['core', 'nlp'].each { compile \"org.deeplearning4j:deeplearning4j-${it}:0.9.1\" }", "0.9.1"],
  ["commented out", "groovy", "// compile 'org.deeplearning4j:x:0.8.0'\n/* compile 'org.deeplearning4j:x:0.7.2' */", undefined],
  ["an address is no comment", "groovy", "maven { url 'https://x.org' }; compile 'org.deeplearning4j:x:0.8.0'", "0.8.0"],
  ["unknown variable", "groovy", 'compile "org.deeplearning4j:x:${dl}"', undefined],
  ["two values", "groovy", "if (old) { dl = '0.9.1' } else { dl = '1.0.0-M2.1' }\ncompile \"org.deeplearning4j:x:$dl\"", undefined],
  ["the latest", "groovy", "compile 'org.deeplearning4j:x:+'\ncompile 'org.deeplearning4j:y:latest.release'", undefined],
  [
    "val",
    "kotlin",
    'val dl4jVersion = "1.0.0-M2.1"\ndependencies { implementation("org.deeplearning4j:deeplearning4j-core:$dl4jVersion") }',
    "1.0.0-M2.1",
  ],
  ["extra", "kotlin", 'extra["dl"] = "0.9.1"\nimplementation("org.deeplearning4j:x:${extra["dl"]}")', "0.9.1"],
  ["by extra", "kotlin", 'val dl by extra("0.9.1")\nimplementation("org.deeplearning4j:x:$dl")', "0.9.1"],
  ["mapOf", "kotlin", 'val versions = mapOf("dl4j" to "0.9.1")\nimplementation("org.deeplearning4j:x:${versions["dl4j"]}")', "0.9.1"],
  ["positional", "kotlin", 'implementation("org.deeplearning4j", "deeplearning4j-core", "1.0.0-M1")', "1.0.0-M1"],
  [
    "named",
    "kotlin",
    'implementation(group = "org.deeplearning4j", name = "deeplearning4j-core", version = dl)\nval dl = "1.0.0-M1"',
    "1.0.0-M1",
  ],
  [
    "platform",
    "kotlin",
    'implementation(platform("org.deeplearning4j:deeplearning4j-bom:1.0.0-M2"))\nimplementation("org.deeplearning4j:deeplearning4j-core")',
    "1.0.0-M2",
  ],
];

describe("a Gradle script says the version", () => {
  for (const [name, language, script, expected] of scripts)
    test(`${language}: ${name}`, async () => {
      assert.equal(await (language === "groovy" ? groovy(script) : kotlin(script)), expected);
    });
});

describe("a Gradle build says it in another file", () => {
  const uses = 'implementation("org.deeplearning4j:deeplearning4j-core:$dl4jVersion")';
  const app = "app/src/main/java/Train.java";
  const settings = { "settings.gradle": "include ':app', ':core'" };

  test("gradle.properties", async () => {
    const files = {
      "build.gradle.kts": `val dl4jVersion: String by project\n${uses}`,
      "gradle.properties": "# ours\ndl4jVersion = 1.0.0-beta7\n",
    };
    assert.equal(await versionOf(source, files), "1.0.0-beta7");
  });

  test("the root script's ext", async () => {
    const files = { ...settings, "build.gradle": "ext { dl4jVersion = '0.9.1' }", "app/build.gradle": uses };
    assert.equal(await versionOf(app, files), "0.9.1");
    const shown = uses.replace("$dl4jVersion", "${rootProject.ext.dl4jVersion}");
    assert.equal(await versionOf(app, { ...files, "app/build.gradle": shown }), "0.9.1");
  });

  test("the root's dependencies of all projects", async () => {
    const files = {
      ...settings,
      "build.gradle": "subprojects { dependencies { implementation 'org.deeplearning4j:x:0.9.1' } }",
      "app/build.gradle": "",
    };
    assert.equal(await versionOf(app, files), "0.9.1");
  });

  test("an applied script", async () => {
    const files = {
      ...settings,
      "gradle/versions.gradle": "ext.dl4jVersion = '0.9.1'",
      "app/build.gradle": `apply from: "$rootDir/gradle/versions.gradle"\n${uses}`,
    };
    assert.equal(await versionOf(app, files), "0.9.1");
    const byRoot = { ...files, "app/build.gradle": `apply from: rootProject.file('gradle/versions.gradle')\n${uses}` };
    assert.equal(await versionOf(app, byRoot), "0.9.1");
  });

  test("a class or a plugin of buildSrc", async () => {
    const versions = { "buildSrc/src/main/kotlin/Versions.kt": 'object Versions { const val dl4j = "0.9.1" }' };
    const files = { ...settings, ...versions, "app/build.gradle.kts": 'implementation("org.deeplearning4j:x:${Versions.dl4j}")' };
    assert.equal(await versionOf(app, files), "0.9.1");
    const plugin = { "buildSrc/src/main/kotlin/nets.gradle.kts": 'dependencies { implementation("org.deeplearning4j:x:0.9.1") }' };
    assert.equal(await versionOf(app, { ...settings, ...plugin, "app/build.gradle.kts": 'plugins { id("nets") }' }), "0.9.1");
  });

  test("another project that this one depends on", async () => {
    const files = {
      ...settings,
      "core/build.gradle": "api 'org.deeplearning4j:x:0.9.1'",
      "app/build.gradle": "implementation project(':core')",
    };
    assert.equal(await versionOf(app, files), "0.9.1");
  });

  test("a version catalogue, in each of its forms", async () => {
    const script = { ...settings, "app/build.gradle.kts": "dependencies { implementation(libs.dl4j.core) }" };
    const forms = [
      '[versions]\ndl4j = "1.0.0-M2.1"\n[libraries]\ndl4j-core = { module = "org.deeplearning4j:deeplearning4j-core", version.ref = "dl4j" }',
      '[libraries]\ndl4j-core = { group = "org.deeplearning4j", name = "deeplearning4j-core", version = "1.0.0-M2.1" }',
      '[libraries]\ndl4j-core = "org.deeplearning4j:deeplearning4j-core:1.0.0-M2.1"',
      '[versions]\ndl4j = { strictly = "1.0.0-M2.1" }\n[libraries.dl4j-core]\nmodule = "org.deeplearning4j:deeplearning4j-core"\nversion = { ref = "dl4j" }',
    ];
    for (const toml of forms) assert.equal(await versionOf(app, { ...script, "gradle/libs.versions.toml": toml }), "1.0.0-M2.1", toml);
    assert.equal(await versionOf(app, { ...script, "gradle/libs.versions.toml": "[libraries\n" }), undefined);
  });

  test("the catalogue's entry that the project uses", async () => {
    const toml =
      '[libraries]\nold-dl4j = "org.deeplearning4j:deeplearning4j-core:0.9.1"\nnew-dl4j = "org.deeplearning4j:deeplearning4j-core:1.0.0-M2.1"';
    const files = {
      ...settings,
      "gradle/libs.versions.toml": toml,
      "build.gradle": "",
      "app/build.gradle": "implementation libs.new.dl4j",
    };
    assert.equal(await versionOf(app, files), "1.0.0-M2.1");
  });

  test("a catalogue's version in a string", async () => {
    const files = {
      ...settings,
      "gradle/libs.versions.toml": '[versions]\ndl4j = "0.9.1"\n',
      "app/build.gradle.kts": 'implementation("org.deeplearning4j:x:${libs.versions.dl4j.get()}")',
    };
    assert.equal(await versionOf(app, files), "0.9.1");
  });

  test("a catalogue in the settings script", async () => {
    const inSettings =
      'versionCatalogs { create("libs") { version("dl", "0.9.1"); library("core", "org.deeplearning4j", "deeplearning4j-core").versionRef("dl") } }';
    assert.equal(await versionOf(app, { "settings.gradle.kts": inSettings, "app/build.gradle.kts": "implementation(libs.core)" }), "0.9.1");
  });
});

describe("an sbt build says the version", () => {
  test("written out, by a value, and in project/", async () => {
    const sbt = (text: string, more = {}) => versionOf(source, { "build.sbt": text, ...more });
    assert.equal(await sbt('libraryDependencies += "org.deeplearning4j" % "deeplearning4j-core" % "0.9.1"'), "0.9.1");
    assert.equal(await sbt('val dl = "0.8.0"\nlibraryDependencies ++= Seq("org.deeplearning4j" %% "dl4j-spark" % dl)'), "0.8.0");
    const versions = { "project/Versions.scala": 'object Versions { val dl4j = "0.7.2" }' };
    assert.equal(await sbt('libraryDependencies += "org.deeplearning4j" % "x" % Versions.dl4j', versions), "0.7.2");
  });
});
