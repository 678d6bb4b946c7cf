import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { Sequence } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import { pathIn } from "./file-path.js";

type Settings = Record<string, Setting<Value>>;

/** The file that a record reader is given: `reader.initialize(new FileSplit(new File("data.csv")))`; header lines and delimiter, or the size of images. */
export function readRecordReader(reader: Sequence, section: string, recorder: Recorder): Settings {
  const settings: Settings = {};
  for (const link of reader.links) {
    const [split] = link.args;
    if (link.name !== "initialize" || !link.isCertain || !split) continue;
    const path = pathIn(split, recorder);
    if (path) settings.path = settingOf({ value: path.value }, path.range, `${section}.path`);
  }
  if (reader.type === "ImageRecordReader") return { ...settings, ...imageSize(reader, section, recorder) };
  if (!reader.type.startsWith("CSV")) return settings;
  for (const argument of reader.made?.args ?? []) {
    const { value } = recorder.plain(argument);
    // More skipped lines than one, or an unknown number, are no header that names the columns.
    if (typeof value === "number" || value === undefined)
      settings.header = settingOf({ value: value === 0 || value === 1 ? value === 1 : undefined }, argument.range, `${section}.header`);
    if (typeof value === "string") settings.delimiter = settingOf({ value }, argument.range, `${section}.delimiter`);
  }
  return settings;
}

/** `new ImageRecordReader(height, width, channels, …)`: what images are brought to. */
function imageSize({ made }: Sequence, section: string, recorder: Recorder): Settings {
  const settings: Settings = {};
  ["height", "width", "channels"].forEach((name, index) => {
    const argument = made?.args[index];
    const read = argument && recorder.plain(argument);
    if (argument && typeof read?.value === "number") settings[name] = settingOf(read, argument.range, `${section}.${name}`);
  });
  return settings;
}
