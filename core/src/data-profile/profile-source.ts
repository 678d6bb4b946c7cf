import type { DataFault, DataProfile, DataSource } from "../model/data-profile.js";
import { csvFault } from "./csv-fault.js";
import { profileCsv } from "./profile-csv.js";
import { profileIdx, type FileStart } from "./profile-idx.js";
import { profileImages } from "./profile-images.js";
import { isPacked, unpack } from "./unpack.js";

/** Only the beginning of a data file is profiled: so many bytes. */
export const profiledBytes = 10_000_000;

/** Reads data files for a profile. Paths as the text has them. */
export interface DataFiles {
  /** The first {@link profiledBytes} of a file; `undefined` when it is not there, or must not be read. */
  readonly start: (path: string) => Promise<Omit<FileStart, "path"> | undefined>;
  /** Names of what is in a folder. */
  readonly entries: (path: string) => Promise<{ readonly folders: readonly string[]; readonly files: readonly string[] } | undefined>;
}

/** The profile of data files, or what is wrong with them; `undefined` when they are not there. */
export async function profileSource(source: DataSource, files: DataFiles): Promise<DataProfile | DataFault | undefined> {
  switch (source.kind) {
    case "csv": {
      const start = await files.start(source.path);
      if (!start) return undefined;
      const options = { ...source, complete: start.complete };
      return csvFault(start.bytes, options) ?? profileCsv(start.bytes, options);
    }
    case "idx": {
      const [images, labels] = await Promise.all([idxFile(source.images, files), idxFile(source.labels, files)]);
      if (!images || !labels) return undefined;
      if ("fault" in images) return images;
      return "fault" in labels ? labels : profileIdx(images, labels);
    }
    case "images": {
      const inside = await files.entries(source.path);
      if (!inside) return undefined;
      const folders = await Promise.all(
        inside.folders.map(async (name) => ({ name, files: (await files.entries(`${source.path}/${name}`))?.files ?? [] })),
      );
      return profileImages(source.path, folders, inside.files);
    }
  }
}

/** The beginning of an IDX file, packed or not. */
async function idxFile(path: string, files: DataFiles): Promise<FileStart | DataFault | undefined> {
  const start = await files.start(path);
  if (!start || !isPacked(start.bytes)) return start && { path, ...start };
  const bytes = await unpack(start.bytes, profiledBytes);
  if (!bytes) return { path, fault: "cannot be unpacked: it is damaged" };
  return { path, bytes, complete: start.complete && bytes.length < profiledBytes };
}
