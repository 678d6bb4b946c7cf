import { engine, type Tensor, type TensorInfo } from "@tensorflow/tfjs-core";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { BackendError } from "../backend-error.js";

/** An address in the memory that the backend and this program share. */
type Address = number;

/** What `runner/kernels/` exports; its files say what each function does. */
export interface Functions {
  bytesToMultiply(): number;
  multiply(
    ...call: [
      ...a: [Address, row: number, column: number],
      ...b: [Address, row: number, column: number],
      ...c: [Address, row: number, rows: number, columns: number, depth: number, adds: number, blocks: Address],
    ]
  ): void;
  bytesToConvolve(windows: Address): number;
  convolve(...call: Convolving): void;
  convolveToFilter(...call: Convolving): void;
  convolveToInput(...call: Convolving): void;
  bytesForLstm(series: Address): number;
  lstm(series: Address, room: Address): void;
  lstmToSums(series: Address, room: Address): void;
  slice(from: Address, to: Address, rank: number, lengths: Address, strides: Address): Address;
  maxPoolToInput(x: Address, error: Address, gradient: Address, examples: number, windows: Address): void;
  sumRows(x: Address, to: Address, rows: number, columns: number): void;
  decay(old: Address, now: Address, to: Address, count: number, share: number, rest: number): void;
  decaySquare(old: Address, now: Address, to: Address, count: number, share: number, rest: number): void;
  correct(m: Address, v: Address, to: Address, count: number, step: number, epsilon: number): void;
}

type Convolving = [one: Address, other: Address, to: Address, examples: number, outChannels: number, windows: Address, room: Address];

/** nnlint's own kernels, in the memory of a wasm backend. */
export interface Program extends Functions {
  /** Where a tensor's numbers stand, until something new is put into the memory: it may grow, but nothing in it moves. */
  addressOf(tensor: TensorInfo): Address;
  /** A new array of numbers, with anything in it. */
  made(shape: readonly number[]): Tensor;
  /** Room for so many bytes that a kernel works in; the next call gives the same room again. */
  room(bytes: number): Address;
  /** Room for so many 32-bit integers, filled with these. */
  integers(values: readonly number[]): Address;
}

const running = new WeakMap<object, Program>();

/** The kernels that run in this backend's memory; `undefined` for other backends. */
export function programIn(backend: object): Program | undefined {
  return running.get(backend);
}

/** The backend's memory, as its loader (Emscripten's) keeps it. */
const loaded = z.object({ asm: z.object({ memory: z.instanceof(WebAssembly.Memory) }) });

/**
 * Starts the kernels of `nnlint-kernels*.wasm` in the backend's memory.
 * @param folder where they lie
 * @throws BackendError when they cannot be read, or the processor lacks SIMD
 */
export function startProgram(folder: string, backend: BackendWasm): Program {
  const { memory } = loaded.parse(backend.wasm).asm;
  const functions = new WebAssembly.Instance(compiled(folder), { env: { memory } }).exports as unknown as Functions;
  const room = new Room(backend);
  const integers = new Room(backend);
  const program: Program = {
    ...functions,
    addressOf: (tensor) => addressOf(backend, tensor),
    made: (shape) => engine().makeTensorFromTensorInfo(backend.makeOutput([...shape], "float32")),
    room: (bytes) => room.of(bytes),
    integers(values) {
      const address = integers.of(4 * values.length);
      new Int32Array(memory.buffer).set(values, address / 4);
      return address;
    },
  };
  running.set(backend, program);
  return program;
}

function compiled(folder: string): WebAssembly.Module {
  try {
    const read = (name: string) => readFileSync(path.join(folder, name));
    const relaxed = read("nnlint-kernels-relaxed.wasm");
    // Engines without relaxed SIMD do not accept it.
    return new WebAssembly.Module(WebAssembly.validate(relaxed) ? relaxed : read("nnlint-kernels.wasm"));
  } catch (error) {
    throw new BackendError(`cannot load its kernels (${error instanceof Error ? error.message : String(error)})`, "Reinstall nnlint.");
  }
}

function addressOf(backend: BackendWasm, { dataId }: Pick<TensorInfo, "dataId">): Address {
  return backend.dataIdMap.get(dataId).memoryOffset;
}

/** Bytes that are kept between calls, at a multiple of 16. */
class Room {
  #tensor: TensorInfo | undefined;
  #bytes = 0;

  constructor(private readonly backend: BackendWasm) {}

  of(bytes: number): Address {
    if (!this.#tensor || bytes > this.#bytes) {
      if (this.#tensor) this.backend.disposeData(this.#tensor.dataId);
      this.#tensor = this.backend.makeOutput([Math.ceil(bytes / 4) + 4], "float32");
      this.#bytes = bytes;
    }
    return Math.ceil(addressOf(this.backend, this.#tensor) / 16) * 16;
  }
}
