import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import type { Call } from "../../../core/src/model/value.js";
import { DataError } from "./data-error.js";
import { decodeImage, fitPicture } from "./decode-image.js";
import { labelledImages } from "./labelled-examples.js";
import { readBytes } from "./open-files.js";
import type { OutputNeeds } from "./outputs.js";
import type { RawData } from "./raw-data.js";
import type { Reading } from "./reading.js";

const endings = /\.(png|jpe?g)$/iu;

/** The images of one class. */
interface ClassFolder {
  readonly name: string;
  /** Paths from the data's folder. */
  readonly files: readonly string[];
}

/**
 * The examples of `images("folder", height: …, width: …, channels: …)`: a folder for each class, in the order of their names. Values
 * are 0 … 255.
 * @param training names of the classes of the training data, by which those of the test data are numbered
 */
export async function readImages(
  network: Network,
  outputs: readonly OutputNeeds[],
  { args }: Call,
  { folder, reading, training }: { readonly folder: string; readonly reading: Reading; readonly training?: readonly string[] },
): Promise<RawData & { readonly classes: readonly string[] }> {
  const written = valueOf(args.path);
  if (typeof written !== "string") throw new DataError("The folder of images is not known.", "Write it as a text.");
  const root = path.resolve(folder, written);
  const found = await classFolders(root, written);
  const classes = training ?? found.map(({ name }) => name);
  const size = { height: number(args.height, 28), width: number(args.width, 28), channels: number(args.channels, 1) };
  const files = found.flatMap(({ name, files: own }) => own.map((file) => ({ file, of: classes.indexOf(name) })));
  const stranger = found.find(({ name }) => !classes.includes(name));
  if (stranger)
    throw new DataError(`${written}/${stranger.name} is a class that the training data does not have.`, `It has ${classes.join(", ")}.`);
  const length = size.height * size.width * size.channels;
  const values = new Float32Array(files.length * length);
  for (const [index, { file }] of files.entries()) {
    const name = `${written}/${file}`;
    fitPicture(decodeImage(await readBytes(path.join(root, file), name), name), size, values, index * length);
    reading.tell(written, index + 1, files.length);
  }
  const images = { shape: [files.length, size.channels, size.height, size.width], values };
  const of = { classes: classes.length, of: files.map((one) => one.of) };
  return { ...labelledImages(network, outputs, images, of, written), classes };
}

const number = (setting: Parameters<typeof valueOf>[0], usual: number) => {
  const value = valueOf(setting);
  return typeof value === "number" && value >= 1 ? Math.floor(value) : usual;
};

/** @throws DataError where there is no folder, or no image in one of its folders */
async function classFolders(root: string, written: string): Promise<readonly ClassFolder[]> {
  const names = await readdir(root, { withFileTypes: true }).catch((error: unknown) => {
    throw new DataError(
      `The folder of images ${written} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      `It is looked for at ${root}. It holds a folder of images for each class.`,
    );
  });
  const folders = names.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  if (folders.length < 2)
    throw new DataError(
      `${written} holds ${folders.length} ${folders.length === 1 ? "folder" : "folders"}: there is nothing to tell apart.`,
      "Put the images of each class into a folder of their own, whose name is the class.",
    );
  return Promise.all(folders.sort((a, b) => (a < b ? -1 : 1)).map((name) => classFolder(root, written, name)));
}

async function classFolder(root: string, written: string, name: string): Promise<ClassFolder> {
  const entries = await readdir(path.join(root, name), { recursive: true });
  const files = entries.filter((entry) => endings.test(entry)).sort((a, b) => (a < b ? -1 : 1));
  if (files.length === 0) throw new DataError(`${written}/${name} has no PNG or JPEG image.`, "Add images to it, or take the folder away.");
  return { name, files: files.map((file) => `${name}/${file}`) };
}
