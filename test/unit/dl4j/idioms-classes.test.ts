// Classes of the file's own in Java, as far as nothing but the file says what they do: what stays unknown.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import { resolve } from "../../../core/src/resolve/resolve.js";
import { projectWith } from "./reading.js";

const imports = `import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.layers.*;
import org.nd4j.linalg.activations.Activation;
`;
const network = (units: string): string => `new NeuralNetConfiguration.Builder().list()
    .layer(new DenseLayer.Builder().nIn(3).nOut(${units}).activation(Activation.TANH).build())
    .layer(new OutputLayer.Builder().nIn(${units}).nOut(2).build()).build()`;

/** Kind, inputs and outputs of each layer; `null` is unknown. */
function layersOf(text: string): unknown[] {
  const [only, ...others] = java.read(imports + text, projectWith("1.0.0-M2.1")).networks;
  assert.ok(only !== undefined && others.length === 0);
  return resolve(only).layers.map(({ kind, nIn, nOut }) => [kind, nIn?.value ?? null, nOut?.value ?? null]);
}

const known = (units: number | null) => [
  ["DenseLayer", 3, units],
  ["OutputLayer", units, 2],
];

describe("what another class may say", () => {
  const method = (before: string, units: string) => `MultiLayerConfiguration f(${before}) { return ${network(units)}; }`;

  test("a parameter may be an object of a class below", () => {
    const classes = "static class A { int n() { return 5; } } static class B extends A { int n() { return 6; } }";
    assert.deepEqual(layersOf(`class D { ${classes} ${method("A a", "a.n()")} }`), known(null));
  });

  test("a class below may set a field", () => {
    assert.deepEqual(layersOf(`class D { int n = 5; ${method("", "n")} } class E extends D { E() { n = 7; } }`), known(null));
  });

  test("a field of the inner class hides that of the outer", () => {
    assert.deepEqual(layersOf(`class D { int n = 5; class In { int n = 6; ${method("", "n")} } }`), known(6));
  });

  test("a constant of an enumeration may have a method of its own", () => {
    const kinds = "enum K { X { int n() { return 4; } }, Y { int n() { return 9; } }; int n() { return 1; } }";
    assert.deepEqual(layersOf(`class D { ${kinds} ${method("", "K.Y.n()")} }`), known(null));
  });
});

describe("what is done once for the class", () => {
  test("a static initializer is not run for each object", () => {
    const statics = "static final List<Integer> SIZES = new ArrayList<>(); static { SIZES.add(3); SIZES.add(4); }";
    const body = `NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
      for (int size : SIZES) list.layer(new DenseLayer.Builder().nIn(2).nOut(size).build());
      return list.build();`;
    assert.deepEqual(layersOf(`class D { ${statics} MultiLayerConfiguration f() { ${body} } static void g() { new D().f(); } }`), [
      ["DenseLayer", 2, 3],
      ["DenseLayer", 2, 4],
    ]);
  });

  test("a counter of the class goes on", () => {
    const counter = "private static int n = 0; private static int next() { return ++n; }";
    assert.deepEqual(layersOf(`class D { ${counter} MultiLayerConfiguration f() { return ${network("next()")}; } }`)[0], [
      "DenseLayer",
      3,
      null,
    ]);
  });
});

describe("what code of another file was given", () => {
  const given = (made: string, layer: string, call: string) =>
    layersOf(
      `class D { MultiLayerConfiguration f() { ${made} ${call}; return new NeuralNetConfiguration.Builder().list().layer(${layer}).build(); } }`,
    );
  const dense = "new DenseLayer.Builder().nIn(3).nOut(4)";

  test("a layer, a builder", () => {
    const unknown = [["DenseLayer", null, null]];
    assert.deepEqual(given(`DenseLayer d = ${dense}.build();`, "d", "Helpers.widen(d)"), unknown);
    assert.deepEqual(given(`DenseLayer.Builder d = ${dense};`, "d.build()", "Helpers.widen(d)"), unknown);
    assert.deepEqual(given(`DenseLayer d = ${dense}.build();`, "d", "System.out.println(d)"), [["DenseLayer", 3, 4]]);
  });

  test("an array", () => {
    const text = (call: string) => `class D { MultiLayerConfiguration f() { int[] s = {3, 4}; ${call}; return ${network("s[1]")}; } }`;
    assert.deepEqual(layersOf(text("Helpers.scale(s)")), known(null));
    assert.deepEqual(layersOf(text("System.out.println(Arrays.toString(s))")), known(4));
  });

  test("a list, by a lambda that something else runs", () => {
    const part = "interface Part { void addTo(NeuralNetConfiguration.ListBuilder list); }";
    const use = "static void use(NeuralNetConfiguration.ListBuilder list, Part part) { part.addTo(list); }";
    const body = `NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
      use(list, to -> to.layer(${dense}.build()));
      return list.build();`;
    assert.deepEqual(layersOf(`class D { ${part} ${use} MultiLayerConfiguration f() { ${body} } }`), [["Layer", null, null]]);
  });
});
