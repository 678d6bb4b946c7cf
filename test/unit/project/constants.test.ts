import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import type { ProjectFacts } from "../../../core/src/model/index.js";
import { Sources } from "../../../core/src/project/sources.js";
import { applyEdits, plain, projectWith } from "../dl4j/reading.js";
import { filesOf } from "./files.js";

/** A class with a network whose hidden layer has `size` units. */
function train(size: string, { imports = "", type = "Train", members = "" } = {}): string {
  return `package shop.train;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.*;
${imports}
public class ${type} {
    ${members}
    void run() {
        MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
            .list()
            .layer(new DenseLayer.Builder().nIn(4).nOut(${size}).build())
            .build();
    }
}
`;
}

const place = "src/main/java/shop/train/Train.java";
const here = (name: string) => `src/main/java/shop/train/${name}.java`;

async function projectFor(text: string, files: Readonly<Record<string, string>>, at = place): Promise<ProjectFacts> {
  const sources = new Sources(filesOf({ ...files, [at]: text })).seenFrom(`/ws/${at}`);
  assert.ok(java.constantsFor);
  return { ...projectWith(), constants: await java.constantsFor(text, sources) };
}

/** What `nOut` is read as: a value, or `null` for unknown. */
async function sizeIn(text: string, files: Readonly<Record<string, string>>, at = place): Promise<unknown> {
  const { networks } = java.read(text, await projectFor(text, files, at));
  return plain(networks[0]?.layers[0]?.settings.nOut?.value);
}

/** A class of constants. */
const config = (members: string, { pkg = "shop.train", name = "Config", header = "public final class" } = {}) =>
  `package ${pkg};\n\n${header} ${name} {\n    ${members}\n}\n`;

describe("a constant of another file is known", () => {
  test("in the same package", async () => {
    assert.equal(await sizeIn(train("Config.HIDDEN"), { [here("Config")]: config("public static final int HIDDEN = 20;") }), 20);
  });

  test("through an import, a static import, and static imports of a whole class", async () => {
    const files = { "src/main/java/shop/conf/Config.java": config("public static final int HIDDEN = 20;", { pkg: "shop.conf" }) };
    assert.equal(await sizeIn(train("Config.HIDDEN", { imports: "import shop.conf.Config;" }), files), 20);
    assert.equal(await sizeIn(train("Config.HIDDEN", { imports: "import shop.conf.*;" }), files), 20);
    assert.equal(await sizeIn(train("HIDDEN", { imports: "import static shop.conf.Config.HIDDEN;" }), files), 20);
    assert.equal(await sizeIn(train("HIDDEN * 2", { imports: "import static shop.conf.Config.*;" }), files), 40);
    assert.equal(await sizeIn(train("shop.conf.Config.HIDDEN"), files), 20);
  });

  test("made of others: of its own class, of further files, with Java's division", async () => {
    const files = {
      [here("Config")]: config("static final int IN = 7, HIDDEN = (IN + Sizes.MORE) / 2;"),
      [here("Sizes")]: config("static final int MORE = 4;", { name: "Sizes" }),
    };
    assert.equal(await sizeIn(train("Config.HIDDEN"), files), 5);
  });

  test("in a class inside it, an interface, a class that it extends", async () => {
    const files = {
      [here("Config")]: config("static class Net { static final int HIDDEN = 20; }\n static class Other { static final int HIDDEN = 30; }"),
      [here("Sizes")]: config("int HIDDEN = 25;", { name: "Sizes", header: "public interface" }),
      [here("Child")]: config("", { name: "Child", header: "class" }).replace("Child {", "Child extends Base implements Sizes {"),
      [here("Base")]: config("protected static final int WIDTH = 9;", { name: "Base", header: "abstract class" }),
    };
    assert.equal(await sizeIn(train("Config.Net.HIDDEN"), files), 20);
    assert.equal(await sizeIn(train("Net.HIDDEN", { imports: "import shop.train.Config.Net;" }), files), 20);
    assert.equal(await sizeIn(train("Sizes.HIDDEN"), files), 25);
    assert.equal(await sizeIn(train("Child.WIDTH"), files), 9);
    assert.equal(await sizeIn(train("WIDTH", { type: "Train extends Base" }), files), 9);
    assert.equal(await sizeIn(train("HIDDEN", { type: "Train implements Sizes" }), files), 25);
  });

  test("in another module of the build, from the tests too", async () => {
    const files = {
      "pom.xml": "<project/>",
      "libs/core/src/main/java/shop/conf/Config.java": config("public static final int HIDDEN = 20;", { pkg: "shop.conf" }),
    };
    const text = train("Config.HIDDEN", { imports: "import shop.conf.Config;" });
    assert.equal(await sizeIn(text, files, "app/src/main/java/shop/train/Train.java"), 20);
    assert.equal(await sizeIn(text, files, "app/src/test/java/shop/train/Train.java"), 20);
  });

  test("as an enumeration's constant, an array, a text", async () => {
    const files = {
      [here("Config")]: config(
        'static final Activation ACT = Activation.TANH; static final int[] KERNEL = {5, 3}; static final String FILE = "a" + ".csv"; static final double RATE = 1;',
      ),
    };
    const text = train("3).activation(Config.ACT").replace(".list()", ".l2(Config.RATE / 4).list()");
    const [network] = java.read(text, await projectFor(text, files)).networks;
    assert.ok(network);
    assert.equal(network.layers[0]?.settings.activation?.value, "TANH");
    assert.equal(network.train.l2?.value, 0.25);
  });
});

describe("it is not known", () => {
  /** What stands in Config, and why its value may be another one. */
  const table: readonly (readonly [string, string])[] = [
    ["static int HIDDEN = 20;", "anyone may assign to it"],
    ["final int HIDDEN = 20;", "each object has its own"],
    ["private static final int HIDDEN = 20;", "this file does not see it"],
    ["static final int HIDDEN; static { HIDDEN = 20; }", "it is assigned elsewhere"],
    ['static final int HIDDEN = Integer.getInteger("hidden", 20);', "it is computed when the program runs"],
    ["// static final\n    int HIDDEN = 20;", "what stands in a comment says nothing"],
    ["static final int OTHER = 20;", "there is none"],
  ];
  for (const [members, why] of table)
    test(`${why}: ${members}`, async () => {
      assert.equal(await sizeIn(train("Config.HIDDEN"), { [here("Config")]: config(members) }), null);
    });

  test("where two classes could be meant", async () => {
    const of = (pkg: string, size: number) => config(`public static final int HIDDEN = ${size};`, { pkg });
    const files = { "src/main/java/a/Config.java": of("a", 1), "src/main/java/b/Config.java": of("b", 2) };
    assert.equal(await sizeIn(train("Config.HIDDEN", { imports: "import a.*;\nimport b.*;" }), files), null);
    const modules = {
      "pom.xml": "<project/>",
      "x/src/main/java/a/Config.java": of("a", 1),
      "y/src/main/java/a/Config.java": of("a", 2),
    };
    const text = train("Config.HIDDEN", { imports: "import a.Config;" });
    assert.equal(await sizeIn(text, modules, "app/src/main/java/shop/train/Train.java"), null);
  });

  test("where a variable or a class of the file has the name", async () => {
    const files = { [here("Config")]: config("static final int HIDDEN = 20;") };
    assert.equal(await sizeIn(train("Config.HIDDEN", { members: "Options Config = load();" }), files), null);
    const own = train("Config.HIDDEN", { members: "static class Config { static final int HIDDEN = 3; }" });
    assert.equal(await sizeIn(own, files), 3);
  });

  test("where files refer to each other in a circle", async () => {
    const files = {
      [here("Config")]: config("static final int HIDDEN = Sizes.MORE;"),
      [here("Sizes")]: config("static final int MORE = Config.HIDDEN;", { name: "Sizes" }),
    };
    assert.equal(await sizeIn(train("Config.HIDDEN"), files), null);
  });

  test("without a workspace", async () => {
    assert.equal(await sizeIn(train("Config.HIDDEN"), {}), null);
  });
});

test("a fix writes the value at the call, not into the other file", async () => {
  const text = train("Config.HIDDEN");
  const project = await projectFor(text, { [here("Config")]: config("static final int HIDDEN = 20;") });
  const edits = java.edit(java.read(text, project), 0, [{ kind: "set", address: "layers.0.nOut", value: 30 }]);
  assert.ok(edits);
  assert.equal(applyEdits(text, edits), text.replace("Config.HIDDEN", "30"));
});
