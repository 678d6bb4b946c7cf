import assert from "node:assert/strict";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import picomatch from "picomatch";
import type { Diagnostic } from "vscode-languageserver";
import { modern, old, startEditor, until, type Editor } from "./client.js";
import { java, messageOf, network, pom, rulesOf } from "./configs.js";

const high = ["learning-rate/too-high"];
const rules = async (editor: Editor, uri: string) => rulesOf(await editor.diagnostics(uri));
const refreshes = ({ asked }: Editor) => asked.filter((method) => method === "workspace/diagnostic/refresh").length;

const unscaledMessage = (found: readonly Diagnostic[]) =>
  found
    .filter(({ code }) => code === "data/unscaled-input")
    .map(messageOf)
    .join();

/** Reads its data from a CSV file whose column "size" is far from scaled. */
const withData = network().replace("  train", '  data { train: csv("data/iris.csv"), label: "kind", labels: oneHot(3) }\n  train');
const csv = (largest: number) =>
  `size,width,kind\n${Array.from({ length: 30 }, (_, row) => `${(row * largest) / 30},0.5,${row % 3}\n`).join("")}`;

describe("settings", () => {
  test("a rule's level and options, Java off, and the version of Deeplearning4j", async () => {
    const editor = await startEditor({ settings: { rules: { "learning-rate/too-high": "warning" } } });
    const uri = await editor.open("a.nnet", network("5"));
    const spam = await editor.open("Spam.java", java);
    assert.equal((await editor.diagnostics(uri))[0]?.severity, 2);
    const set = async (settings: Record<string, unknown>) => {
      const before = refreshes(editor);
      for (const key of Object.keys(editor.settings)) Reflect.deleteProperty(editor.settings, key);
      Object.assign(editor.settings, settings);
      await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
      await until("the request to ask again", () => (refreshes(editor) > before ? true : undefined));
    };
    await set({ rules: { "learning-rate/too-high": "off" } });
    assert.deepEqual(await rules(editor, uri), []);
    assert.deepEqual(await rules(editor, spam), []);
    await set({ rules: {}, builders: { enabled: false } });
    assert.deepEqual(await rules(editor, uri), high);
    assert.deepEqual(await rules(editor, spam), []);
    await set({ dl4j: { version: "1.0.0-M2.1" } });
    assert.ok((await rules(editor, spam)).includes("api/removed"));
    await set({ dl4j: { version: "0.9.1" } });
    assert.deepEqual(await rules(editor, spam), high);
    await editor.close();
  });

  test("what is not valid in them counts as not set", async () => {
    const editor = await startEditor({ settings: { rules: { "learning-rate/too-high": "loud", "no/rule": 3 }, builders: "yes", dl4j: 4 } });
    assert.deepEqual(await rules(editor, await editor.open("a.nnet", network("5"))), high);
    assert.deepEqual(await rules(editor, await editor.open("Spam.java", java)), high);
    await editor.close();
  });

  test("an editor that cannot be asked sends them: at the start, and when they change", async () => {
    const editor = await startEditor({
      capabilities: old,
      initializationOptions: { settings: { rules: { "learning-rate/too-high": "off" } } },
    });
    await editor.open("a.nnet", network("5"));
    const first = await until("the first findings", () => editor.pushed[0]);
    assert.deepEqual(first.diagnostics, []);
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: { nnlint: { rules: {} }, other: 1 } });
    const second = await until("the findings under other settings", () => editor.pushed[1]);
    assert.deepEqual(rulesOf(second.diagnostics), high);
    await editor.close();
  });

  test("an editor that fails to tell them, refuses to watch files and to refresh, is still served", async () => {
    const fail = () => {
      throw new Error("not today");
    };
    const answers = { "workspace/configuration": fail, "client/registerCapability": fail, "workspace/diagnostic/refresh": fail };
    const editor = await startEditor({ answers });
    const uri = await editor.open("a.nnet", network("5"));
    assert.deepEqual(await rules(editor, uri), high);
    await editor.changed("nnlint.json");
    assert.deepEqual(await rules(editor, uri), high);
    await until("a word in the log", () => editor.log.find((line) => line.includes("not today")));
    await editor.close();
  });
});

describe("files around a document", () => {
  test("the server asks to be told of nnlint.json, build files and data", async () => {
    const editor = await startEditor();
    await until("both registrations", () => (editor.registered.length === 2 ? true : undefined));
    assert.deepEqual([...editor.registered].sort(), ["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]);
    // VS Code takes braces within braces for something else, and then tells of nothing.
    for (const glob of editor.watched) assert.doesNotMatch(glob, /\{[^}]*\{/);
    const changes = editor.watched.filter((glob) => glob !== "**/*");
    const isWatched = (file: string) => changes.some((glob) => picomatch.isMatch(file, glob));
    const files = ["nnlint.json", "deep/nnlint.json", "pom.xml", "app/build.gradle.kts", "project/Dependencies.scala"];
    for (const file of [...files, "data/iris.csv", "src/main/java/Config.java"]) assert.ok(isWatched(file), file);
    assert.ok(!isWatched("package.json"));
    assert.ok(editor.watched.includes("**/*"), "folders that go");
    await editor.close();
  });

  test("the nearest nnlint.json counts over the editor's settings; one that comes, changes or goes is seen", async () => {
    const editor = await startEditor({ settings: { rules: { "learning-rate/too-high": "hint" } } });
    const uri = await editor.open("nets/deep/a.nnet", network("5"));
    const severity = async () => (await editor.diagnostics(uri))[0]?.severity;
    assert.equal(await severity(), 4);
    await editor.write("nnlint.json", '{ "rules": { "learning-rate/too-high": "warning" } }');
    await editor.changed("nnlint.json");
    assert.equal(await severity(), 2);
    await editor.write("nets/nnlint.json", '{ "ignore": ["deep/**"] }');
    await editor.changed("nets/nnlint.json");
    assert.equal(await severity(), undefined);
    await rm(path.join(editor.folder, "nets/nnlint.json"));
    await editor.changed("nets/nnlint.json");
    assert.equal(await severity(), 2);
    await editor.close();
  });

  test("nnlint.json counts as it stands in the editor, saved or not, and its mistakes are findings in it", async () => {
    const editor = await startEditor({ files: { "nnlint.json": "{}" } });
    const uri = await editor.open("a.nnet", network("5"));
    assert.deepEqual(await rules(editor, uri), high);
    const config = await editor.open(
      "nnlint.json",
      '{ "rules": { "learning-rate/too-high": "off", "learning-rate/to-low": "off" }, "presett": 1 }',
    );
    assert.deepEqual(await rules(editor, uri), []);
    const mistakes = await editor.diagnostics(config);
    assert.deepEqual(rulesOf(mistakes), ["nnlint/config", "nnlint/config"]);
    await editor.change(config, 2, "{}");
    assert.deepEqual(await rules(editor, uri), high);
    assert.deepEqual(await editor.diagnostics(config), []);
    await editor.change(config, 3, '{ "rules": { "learning-rate/too-high": "off" } }');
    assert.deepEqual(await rules(editor, uri), []);
    // Closed without saving: what is on disk counts.
    await editor.closeDocument(config);
    assert.deepEqual(await rules(editor, uri), high);
    await editor.close();
  });

  test("the build file's version decides, and a new one is seen", async () => {
    const editor = await startEditor({ files: { "pom.xml": pom("0.9.1") } });
    const uri = await editor.open("src/main/java/Spam.java", java);
    assert.deepEqual(await rules(editor, uri), high);
    await editor.write("pom.xml", pom("1.0.0-M2.1"));
    await editor.changed("pom.xml");
    assert.ok((await rules(editor, uri)).includes("api/removed"));
    await editor.close();
  });

  test("a constant of another class counts as it stands in the editor, and as it lies on disk", async () => {
    const config = (rate: string) => `package example;\nclass Config { static final double RATE = ${rate}; }\n`;
    const editor = await startEditor({ files: { "example/Config.java": config("0.01") } });
    const uri = await editor.open("example/Spam.java", java.replace("50", "Config.RATE"));
    assert.deepEqual(await rules(editor, uri), []);
    const other = await editor.open("example/Config.java", config("0.01"));
    const before = refreshes(editor);
    await editor.change(other, 2, config("50"));
    await until("the request to ask again", () => (refreshes(editor) > before ? true : undefined));
    assert.deepEqual(await rules(editor, uri), high);
    await editor.closeDocument(other);
    assert.deepEqual(await rules(editor, uri), []);
    await editor.write("example/Config.java", config("50"));
    await editor.changed("example/Config.java");
    assert.deepEqual(await rules(editor, uri), high);
    await rm(path.join(editor.folder, "example/Config.java"));
    await editor.changed("example/Config.java");
    assert.deepEqual(await rules(editor, uri), []);
    await editor.close();
  });

  test("a folder that goes takes its files with it", async () => {
    const editor = await startEditor({
      files: { "nets/nnlint.json": '{ "rules": { "learning-rate/too-high": "off" } }', "data/iris.csv": csv(3000) },
    });
    const uri = await editor.open("nets/a.nnet", withData.replace("0.05", "5").replace("data/iris", "../data/iris"));
    const before = await rules(editor, uri);
    assert.ok(before.includes("data/unscaled-input") && !before.includes("learning-rate/too-high"), before.join());
    await rm(path.join(editor.folder, "nets"), { recursive: true });
    await editor.changed("nets");
    assert.ok((await rules(editor, uri)).includes("learning-rate/too-high"));
    await rm(path.join(editor.folder, "data"), { recursive: true });
    await editor.changed("data");
    assert.equal(unscaledMessage(await editor.diagnostics(uri)).includes('"size"'), false);
    await editor.close();
  });

  test("data that comes, changes or goes is seen", async () => {
    const editor = await startEditor();
    const uri = await editor.open("a.nnet", withData);
    const message = async () => unscaledMessage(await editor.diagnostics(uri));
    assert.doesNotMatch(await message(), /"size"/);
    await editor.write("data/iris.csv", csv(3000));
    await editor.changed("data/iris.csv");
    assert.match(await message(), /"size" runs from 0 to 2900/);
    await editor.write("data/iris.csv", csv(0.9));
    await editor.changed("data/iris.csv");
    assert.equal(await message(), "");
    await editor.close();
  });

  test("a change asks the editor to ask again; one that is sent diagnostics gets them", async () => {
    const editor = await startEditor();
    await editor.diagnostics(await editor.open("a.nnet", network("5")));
    await editor.changed("unknown/nnlint.json", "other");
    await editor.changed("nnlint.json");
    await until("the request to ask again", () => (refreshes(editor) > 0 ? true : undefined));
    assert.equal(refreshes(editor), 1, "nothing depends on the others");
    await editor.close();
    const older = await startEditor({ capabilities: old });
    const uri = await older.open("a.nnet", network("5"));
    await until("findings", () => older.pushed[0]);
    await older.write("nnlint.json", '{ "rules": { "learning-rate/too-high": "off" } }');
    // It does not watch files, but tells when one is saved.
    await older.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
    const last = await until("new findings", () => older.pushed[1]);
    assert.deepEqual(last.diagnostics, []);
    await older.close();
  });

  test("data outside of the workspace is not read: by ..., by an absolute path, by a link; nor are pipes and devices", async () => {
    const outside = await mkdtemp(path.join(tmpdir(), "nnlint outside "));
    await writeFile(path.join(outside, "secret.csv"), csv(3000));
    const editor = await startEditor({ files: { "data/inside.csv": csv(3000) } });
    await symlink(path.join(outside, "secret.csv"), path.join(editor.folder, "data/link.csv"));
    await symlink(path.join(editor.folder, "data/inside.csv"), path.join(editor.folder, "data/good-link.csv"));
    execFileSync("mkfifo", [path.join(editor.folder, "data/pipe.csv")]);
    const names = (name: string) => withData.replace("data/iris.csv", name);
    const isRead = async (name: string) => {
      const uri = await editor.open(`${Buffer.from(name).toString("hex")}.nnet`, names(name));
      return (await editor.diagnostics(uri)).some((finding) => messageOf(finding).includes('"size"'));
    };
    assert.equal(await isRead("data/inside.csv"), true);
    assert.equal(await isRead("data/../data/./inside.csv"), true);
    assert.equal(await isRead("data/good-link.csv"), true);
    assert.equal(await isRead(path.join(editor.folder, "data/inside.csv")), true);
    assert.equal(await isRead(`../${path.basename(outside)}/secret.csv`), false);
    assert.equal(await isRead(path.join(outside, "secret.csv")), false);
    assert.equal(await isRead("data/link.csv"), false);
    assert.equal(await isRead("data/pipe.csv"), false);
    assert.equal(await isRead("/dev/zero"), false);
    assert.equal(await isRead("data"), false);
    await editor.close();
    await rm(outside, { recursive: true });
  });

  test("folders that join or leave the workspace count from then on; an editor that knows one folder only has that", async () => {
    const more = await mkdtemp(path.join(tmpdir(), "nnlint more "));
    await writeFile(path.join(more, "iris.csv"), csv(3000));
    const editor = await startEditor();
    const text = withData.replace("data/iris.csv", path.join(more, "iris.csv"));
    const uri = await editor.open("a.nnet", text);
    const isRead = async () => (await editor.diagnostics(uri)).some((finding) => messageOf(finding).includes('"size"'));
    assert.equal(await isRead(), false);
    const folder = { uri: `file://${encodeURI(more)}`, name: "more" };
    await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added: [folder], removed: [] } });
    assert.equal(await isRead(), true);
    await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [folder] } });
    assert.equal(await isRead(), false);
    await editor.close();
    const single = await startEditor({
      capabilities: { textDocument: modern.textDocument ?? {} },
      initialize: { workspaceFolders: undefined },
      files: { "data/iris.csv": csv(3000) },
    });
    const other = await single.open("a.nnet", withData);
    assert.ok((await single.diagnostics(other)).some((finding) => messageOf(finding).includes('"size"')));
    await single.close();
    await rm(more, { recursive: true });
  });
});
