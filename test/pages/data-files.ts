import type { DataFiles } from "../../core/src/data-profile/profile-source.js";

/** Data files that are texts at hand. */
export function textFiles(read: (name: string) => string | undefined): DataFiles {
  return {
    start: (name) => {
      const text = read(name);
      return Promise.resolve(text === undefined ? undefined : { bytes: new TextEncoder().encode(text), complete: true });
    },
    entries: () => Promise.resolve(undefined),
  };
}
