import type * as tf from "@tensorflow/tfjs-core";
import { traceWidth, type BackInputs, type ForwardInputs, type LstmEngine, type LstmPlan } from "../lstm-plan.js";
import { runProgram, type DeviceProgram } from "./run-program.js";

/** Functions of one number in WGSL: the value by `x`, the derivative by the value `y`. As in `layers/recurrent/pointwise.ts`. */
const functions: Readonly<Record<string, { readonly value: string; readonly slope: string }>> = {
  IDENTITY: { value: "x", slope: "1.0" },
  SIGMOID: { value: "1.0 / (1.0 + exp(-x))", slope: "y * (1.0 - y)" },
  TANH: { value: "1.0 - 2.0 / (exp(2.0 * x) + 1.0)", slope: "1.0 - y * y" },
  HARDSIGMOID: { value: "min(1.0, max(0.0, 0.2 * x + 0.5))", slope: "select(0.0, 0.2, y > 0.0 && y < 1.0)" },
  HARDTANH: { value: "min(1.0, max(-1.0, x))", slope: "select(0.0, 1.0, y > -1.0 && y < 1.0)" },
  SOFTSIGN: { value: "x / (1.0 + abs(x))", slope: "(1.0 - abs(y)) * (1.0 - abs(y))" },
  RELU: { value: "max(0.0, x)", slope: "select(0.0, 1.0, y > 0.0)" },
};

const threads = 256;

/** More units do not fit into a group's own memory on every device. */
const mostUnits = 384;

/** An LSTM's whole series by two programs on the graphics device. */
export const lstmOnWebGpu: LstmEngine = {
  takes: ({ units, activation, gate }) => units <= mostUnits && activation in functions && gate in functions,
  forward: (plan, inputs) => runProgram(forwardProgram(plan), given(inputs)),
  back: (plan, inputs) => runProgram(backwardProgram(plan), given(inputs)),
};

/** The inputs that are there. */
function given(inputs: ForwardInputs | BackInputs): Record<string, tf.Tensor> {
  return Object.fromEntries(Object.entries(inputs).filter(([, tensor]) => tensor !== undefined));
}

/**
 * A whole series forward. Each example is worked on by one group, which goes through the steps by itself: one launch in place of some
 * tens for each step. Inputs: `Sums [steps, n, 4u]` (xW + b), `Weights [u, 4u]`, `First` and `FirstCell [n, u]`, `Mask [steps, n]`,
 * `Peepholes [3, u]` (to forget, output, input gate). Result: `[steps, n, 6u]`.
 */
function forwardProgram(plan: LstmPlan): DeviceProgram {
  const { steps, examples, units: u } = plan;
  return {
    ...frame(plan, "forward", [steps, examples, traceWidth * u]),
    declarations: `${functionsOf(plan)}
      var<workgroup> shown : array<f32, ${u}>;
      var<workgroup> memory : array<f32, ${u}>;
      var<workgroup> sums : array<f32, ${4 * u}>;`,
    body: `
        let row = i32(workgroupId.x);
        let lane = i32(localIndex);
        for (var unit = lane; unit < ${u}; unit += ${threads}) {
          shown[unit] = First[row * ${u} + unit];
          memory[unit] = FirstCell[row * ${u} + unit];
        }
        workgroupBarrier();
        for (var step = 0; step < ${steps}; step++) {
          let at = step * ${examples} + row;
          for (var column = lane; column < ${4 * u}; column += ${threads}) {
            var total = Sums[at * ${4 * u} + column];
            for (var k = 0; k < ${u}; k++) { total += shown[k] * Weights[k * ${4 * u} + column]; }
            sums[column] = total;
          }
          workgroupBarrier();
          for (var unit = lane; unit < ${u}; unit += ${threads}) {
            let old = memory[unit];
            let input = cellValue(sums[unit]);
            let forget = gateValue(sums[${u} + unit] + old * ${peephole(plan, 0)});
            let allow = gateValue(sums[${3 * u} + unit] + old * ${peephole(plan, 2)});
            let next = forget * old + allow * input;
            let show = gateValue(sums[${2 * u} + unit] + next * ${peephole(plan, 1)});
            let kept = ${mask(plan)};
            let place = at * ${traceWidth * u} + unit;
            result[place] = input;
            result[place + ${u}] = forget;
            result[place + ${2 * u}] = show;
            result[place + ${3 * u}] = allow;
            memory[unit] = kept * next;
            shown[unit] = kept * show * cellValue(next);
            result[place + ${4 * u}] = memory[unit];
            result[place + ${5 * u}] = shown[unit];
          }
          workgroupBarrier();
        }`,
  };
}

/**
 * The way back. Inputs: the `Trace`, `Errors [steps, n, 6u]` of the trace, of which those of the output count, `Weights [4u, u]` transposed, `FirstCell`, `Mask`,
 * `Peepholes`. Result: the gradient of the sums, `[steps, n, 4u]`. What the series began with counts as a constant.
 */
function backwardProgram(plan: LstmPlan): DeviceProgram {
  const { steps, examples, units: u } = plan;
  return {
    ...frame(plan, "backward", [steps, examples, 4 * u]),
    declarations: `${functionsOf(plan)}
      var<workgroup> later : array<f32, ${u}>;
      var<workgroup> carried : array<f32, ${u}>;
      var<workgroup> deltas : array<f32, ${4 * u}>;
      var<workgroup> parts : array<f32, ${4 * u}>;`,
    body: `
        let row = i32(workgroupId.x);
        let lane = i32(localIndex);
        for (var unit = lane; unit < ${u}; unit += ${threads}) {
          later[unit] = 0.0;
          carried[unit] = 0.0;
        }
        workgroupBarrier();
        for (var step = ${steps - 1}; step >= 0; step--) {
          let at = step * ${examples} + row;
          for (var unit = lane; unit < ${u}; unit += ${threads}) { ${unitBack(plan)} }
          workgroupBarrier();
          // The four blocks apart, so that four times as many threads have work.
          for (var index = lane; index < ${4 * u}; index += ${threads}) {
            let unit = index % ${u};
            let first = index - unit;
            var total = 0.0;
            for (var k = first; k < first + ${u}; k++) { total += deltas[k] * Weights[k * ${u} + unit]; }
            parts[index] = total;
          }
          workgroupBarrier();
          for (var unit = lane; unit < ${u}; unit += ${threads}) {
            later[unit] = parts[unit] + parts[${u} + unit] + parts[${2 * u} + unit] + parts[${3 * u} + unit];
          }
          workgroupBarrier();
        }`,
  };
}

function unitBack(plan: LstmPlan): string {
  const { examples, units: u } = plan;
  return `
            let place = at * ${traceWidth * u} + unit;
            let input = Trace[place];
            let forget = Trace[place + ${u}];
            let show = Trace[place + ${2 * u}];
            let allow = Trace[place + ${3 * u}];
            var old = FirstCell[row * ${u} + unit];
            if (step > 0) { old = Trace[place - ${(examples * traceWidth - 4) * u}]; }
            let next = forget * old + allow * input;
            let seen = cellValue(next);
            let kept = ${mask(plan)};
            let error = kept * (Errors[place + ${5 * u}] + later[unit]);
            let toShow = error * seen * gateSlope(show);
            let toCell = kept * carried[unit] + error * show * cellSlope(seen) + toShow * ${peephole(plan, 1)};
            let toForget = toCell * old * gateSlope(forget);
            let toAllow = toCell * input * gateSlope(allow);
            deltas[unit] = toCell * allow * cellSlope(input);
            deltas[${u} + unit] = toForget;
            deltas[${2 * u} + unit] = toShow;
            deltas[${3 * u} + unit] = toAllow;
            carried[unit] = toCell * forget + toForget * ${peephole(plan, 0)} + toAllow * ${peephole(plan, 2)};
            let into = at * ${4 * u} + unit;
            result[into] = deltas[unit];
            result[into + ${u}] = toForget;
            result[into + ${2 * u}] = toShow;
            result[into + ${3 * u}] = toAllow;
          `;
}

function frame(plan: LstmPlan, way: string, shape: readonly number[]): Omit<DeviceProgram, "declarations" | "body"> {
  const { steps, examples, units, activation, gate } = plan;
  const key = `lstm_${way}_${steps}_${examples}_${units}_${activation}_${gate}_${plan.isMasked}_${plan.hasPeepholes}`;
  return { key, shape, threads, workgroups: examples };
}

const mask = ({ isMasked }: LstmPlan) => (isMasked ? "Mask[at]" : "1.0");

const peephole = ({ hasPeepholes, units }: LstmPlan, row: number) => (hasPeepholes ? `Peepholes[${row * units} + unit]` : "0.0");

function functionsOf({ activation, gate }: LstmPlan): string {
  const [cell, gates] = [functions[activation], functions[gate]];
  if (!cell || !gates) throw new Error(`There is no program for an LSTM with ${activation} and ${gate}.`);
  return `
      fn cellValue(x : f32) -> f32 { return ${cell.value}; }
      fn cellSlope(y : f32) -> f32 { return ${cell.slope}; }
      fn gateValue(x : f32) -> f32 { return ${gates.value}; }
      fn gateSlope(y : f32) -> f32 { return ${gates.slope}; }`;
}
