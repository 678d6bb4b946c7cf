import type { CaseToMake } from "../golden-case.js";
import { convolutions } from "./convolutions.js";
import { heads } from "./heads.js";
import { learnedAttention, series } from "./series.js";
import { settings } from "./settings.js";
import { updates } from "./updates.js";
import { vertices } from "./vertices.js";
import { volumes } from "./volumes.js";

/** Cases that one release of Deeplearning4j trains. */
export interface Group {
  readonly release: string;
  readonly cases: readonly CaseToMake[];
}

const latest = "1.0.0-M2.1";

/** By the name of the file that their numbers go to. What later releases fail in is trained by the last one that does not. */
export const groups: Readonly<Record<string, Group>> = {
  convolutions: { release: latest, cases: convolutions },
  heads: { release: latest, cases: heads },
  series: { release: latest, cases: series },
  settings: { release: latest, cases: settings },
  updates: { release: latest, cases: updates },
  vertices: { release: latest, cases: vertices },
  volumes: { release: latest, cases: volumes },
  "learned-attention": { release: "1.0.0-beta7", cases: learnedAttention },
};
