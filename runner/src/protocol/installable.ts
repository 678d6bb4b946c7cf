/** Backends that do not ship with nnlint, and can be installed. */
export const installable = ["webgpu", "tfjs-node", "tfjs-node-gpu"] as const;
export type Installable = (typeof installable)[number];

/** How large each is: what the user is told before anything is fetched. */
export const installSizes: Readonly<Record<Installable, string>> = {
  webgpu: "about 60 MB to fetch for all systems, of which 20 to 40 MB are kept",
  "tfjs-node": "about 215 MB to fetch, 640 MB on the disk",
  "tfjs-node-gpu": "about 2.4 GB to fetch, 4 GB on the disk, NVIDIA's CUDA libraries included, under their own licence",
};
