import { z } from "zod";
import { answerOf } from "../trial.js";

/** Whether a device was given; a machine without one is told of by who asks for it. */
const probed = z.object({ device: z.boolean() });

/** In plain JavaScript, for a process that has nothing but the binary. */
const script = `
  const dawn = require(process.argv[1]);
  Object.assign(globalThis, dawn.globals);
  const device = async () => (await dawn.create([]).requestAdapter({ powerPreference: "high-performance" }))?.requestDevice();
  device().then((given) => {
    console.log(JSON.stringify({ device: given !== undefined }));
    process.exit(0);
  });
`;

/**
 * Loads Dawn and opens the machine's device in a process of its own: a damaged binary or driver takes no run with it.
 * @param file the binary
 * @throws BackendError saying why it cannot be used
 */
export function probeDawn(file: string): void {
  answerOf({ name: "probe of webgpu", library: file, args: ["-e", script, file], answer: probed });
}
