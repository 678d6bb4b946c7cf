import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { old, startEditor, until, type Editor } from "./client.js";
import { java, network, rulesOf } from "./configs.js";

describe("documents", () => {
  let editor: Editor;
  before(async () => void (editor = await startEditor()));
  after(() => editor.close());

  test("edits at random places leave what a fresh look at the final text finds", async () => {
    const piece = fc.constantFrom(
      "",
      "0",
      "5",
      "}",
      "{",
      "(",
      '"',
      "\n",
      "\r\n",
      " ",
      "// ",
      "é😀",
      "layer dense { nOut: 8 }\n",
      "sgd(learningRate: 5)",
      ".layer(",
    );
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(12), inserted: piece });
    const base = fc.constantFrom(
      ["nnet", network("5")] as const,
      ["java", java] as const,
      ["nnet", network("5").replaceAll("\n", "\r\n")] as const,
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(base, fc.array(edit, { minLength: 1, maxLength: 12 }), async ([language, text], edits) => {
        const name = `edited${count++}.${language}`;
        const uri = await editor.open(name, text);
        let document = TextDocument.create(uri, language, 1, text);
        for (const { at, removed, inserted } of edits) {
          const start = Math.floor(at * document.getText().length);
          const change = { range: { start: document.positionAt(start), end: document.positionAt(start + removed) }, text: inserted };
          const version = document.version + 1;
          await editor.change(uri, version, change);
          document = TextDocument.update(document, [change], version);
          // Somebody asks meanwhile, as editors do.
          if (version % 3 === 0) void editor.diagnostics(uri);
        }
        const edited = await editor.diagnostics(uri);
        const fresh = await editor.open(`fresh-${name}`, document.getText());
        const expected = JSON.stringify(await editor.diagnostics(fresh)).replaceAll(fresh, uri);
        assert.equal(JSON.stringify(edited), expected, document.getText());
        await editor.closeDocument(uri);
        await editor.closeDocument(fresh);
      }),
      { numRuns: 60 },
    );
    assert.deepEqual(editor.log, []);
  });

  test("several changes in one message count in their order", async () => {
    const uri = await editor.open("several.nnet", network());
    await editor.change(uri, 2, network("5"), {
      range: { start: { line: 0, character: 8 }, end: { line: 0, character: 12 } },
      text: "eggs",
    });
    assert.deepEqual(rulesOf(await editor.diagnostics(uri)), ["learning-rate/too-high"]);
  });

  test("versions that come out of order, or twice, do not bring back an older text's findings", async () => {
    const uri = await editor.open("order.nnet", network());
    assert.deepEqual(await editor.diagnostics(uri), []);
    await editor.change(uri, 7, network("5"));
    assert.deepEqual(rulesOf(await editor.diagnostics(uri)), ["learning-rate/too-high"]);
    await editor.change(uri, 3, network());
    assert.deepEqual(await editor.diagnostics(uri), []);
    await editor.change(uri, 3, network("5"));
    assert.deepEqual(rulesOf(await editor.diagnostics(uri)), ["learning-rate/too-high"]);
  });

  test("a document that is closed and opened again is read again, also under the same version", async () => {
    const uri = await editor.open("again.nnet", network("5"));
    const before = editor.diagnostics(uri);
    await editor.closeDocument(uri);
    await editor.open("again.nnet", network());
    assert.deepEqual(await editor.diagnostics(uri), []);
    await before;
    await editor.closeDocument(uri);
    assert.deepEqual(await editor.diagnostics(uri), []);
    await editor.open("again.nnet", network("5"));
    assert.deepEqual(rulesOf(await editor.diagnostics(uri)), ["learning-rate/too-high"]);
  });

  test("a document that nobody opened has nothing, and no request about it fails", async () => {
    const uri = editor.uriOf("nobody.nnet");
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.deepEqual(await editor.diagnostics(uri), []);
    assert.deepEqual(await editor.actions(uri, { range }), []);
    assert.equal(await editor.hover(uri, range.start), undefined);
    assert.equal(await editor.connection.sendRequest("nnlint/networks", { uri }), null);
    await editor.change(uri, 2, network("5"));
    await editor.closeDocument(uri);
    assert.deepEqual(await editor.diagnostics(uri), []);
  });

  test("untitled and virtual documents are linted by their language", async () => {
    for (const uri of ["untitled:Untitled-1", "vscode-vfs://github/a/b/net.nnet", "git:/a/b.nnet?ref"]) {
      await editor.open(uri, network("5"), "nnet");
      assert.deepEqual(rulesOf(await editor.diagnostics(uri)), ["learning-rate/too-high"], uri);
    }
    await editor.open("untitled:Untitled-2", java, "java");
    assert.deepEqual(rulesOf(await editor.diagnostics("untitled:Untitled-2")), ["learning-rate/too-high"]);
    await editor.open("untitled:Untitled-3", network("5"), "plaintext");
    assert.deepEqual(await editor.diagnostics("untitled:Untitled-3"), []);
    // What is no path here is no file here.
    await editor.open("file://otherhost/share/a.nnet", network("5"), "nnet");
    assert.deepEqual(rulesOf(await editor.diagnostics("file://otherhost/share/a.nnet")), ["learning-rate/too-high"]);
  });

  test("odd texts: nothing, one character, NUL, a byte order mark, deep nesting, a line of a megabyte", async () => {
    const texts = [
      "",
      "{",
      "\0\0",
      `\uFEFF${network("5")}`,
      "(".repeat(10_000),
      `network a { ${"layer dense { nOut: 3 } ".repeat(2000)}}`,
      `// ${"x".repeat(1_000_000)}`,
    ];
    for (const [index, text] of texts.entries()) {
      const uri = await editor.open(`odd${index}.nnet`, text);
      const rules = rulesOf(await editor.diagnostics(uri));
      if (index === 3) assert.ok(rules.includes("learning-rate/too-high"), rules.join());
      await editor.closeDocument(uri);
    }
    const huge = await editor.open("huge.nnet", "x".repeat(2_000_001));
    assert.deepEqual(rulesOf(await editor.diagnostics(huge)), ["nnlint/file-too-large"]);
    await editor.closeDocument(huge);
    assert.deepEqual(editor.log, []);
  });

  test("what networks a document holds", async () => {
    const uri = await editor.open("summary.nnet", network("5") + network("0.05", { name: "eggs" }));
    const summary = await editor.connection.sendRequest<{
      networks: { name: string; parameters: number; layers: { id: string; kind: string }[] }[];
      findings: object;
      version: number;
    }>("nnlint/networks", { uri });
    assert.deepEqual(
      summary.networks.map(({ name, parameters }) => [name, parameters]),
      [
        ["spam", 67],
        ["eggs", 67],
      ],
    );
    assert.deepEqual(summary.networks[0]?.layers, [
      { id: "0", kind: "DenseLayer" },
      { id: "1", kind: "OutputLayer" },
    ]);
    assert.deepEqual(summary.findings, { error: 1, warning: 0, info: 0, hint: 0 });
    assert.equal(summary.version, 1);
    assert.equal(await editor.connection.sendRequest("nnlint/networks", { no: "uri" }), null);
  });

  test("the rules, each with its page and a sentence", async () => {
    const rules = await editor.connection.sendRequest<{ id: string; page: string; summary: string }[]>("nnlint/rules", null);
    const high = rules.find(({ id }) => id === "learning-rate/too-high");
    assert.match(high?.page ?? "", /^file:.*too-high\.md$/);
    for (const { id, summary } of rules) assert.match(summary, /\w.*\.$/, id);
  });
});

describe("a thousand open documents", () => {
  test("are each judged, and again when something around them changes", async () => {
    const editor = await startEditor({ files: { "nnlint.json": "{}", "iris.csv": "a,b\n1,2\n" } });
    const uris: string[] = [];
    for (let index = 0; index < 1000; index++)
      uris.push(await editor.open(`part${index % 10}/net${index}.nnet`, network(index % 2 === 0 ? "5" : "0.05")));
    const rules = async () => (await Promise.all(uris.map((uri) => editor.diagnostics(uri)))).map((found) => rulesOf(found).join());
    const expected = uris.map((_, index) => (index % 2 === 0 ? "learning-rate/too-high" : ""));
    assert.deepEqual(await rules(), expected);
    await editor.write("nnlint.json", '{ "rules": { "learning-rate/too-high": "off" } }');
    await editor.changed("nnlint.json");
    assert.deepEqual(
      await rules(),
      uris.map(() => ""),
    );
    await editor.close();
  });

  test("are each told of, where diagnostics are pushed", async () => {
    const editor = await startEditor({ capabilities: old });
    for (let index = 0; index < 1000; index++) await editor.open(`net${index}.nnet`, network(index % 2 === 0 ? "5" : "0.05"));
    await until("findings for each", () => (editor.pushed.length >= 1000 ? true : undefined));
    assert.equal(new Set(editor.pushed.map(({ uri }) => uri)).size, 1000);
    assert.equal(editor.pushed.filter(({ diagnostics }) => diagnostics.length === 1).length, 500);
    await editor.close();
  });
});
