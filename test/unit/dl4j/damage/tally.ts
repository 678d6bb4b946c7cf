import { java, kotlin } from "../../../../core/src/frontends/dl4j/index.js";
import { readJava } from "../../../../core/src/frontends/dl4j/java/syntax.js";
import { readKotlin } from "../../../../core/src/frontends/dl4j/kotlin/read-kotlin.js";
import { seededRandom } from "../../../../runner/src/network/random.js";
import { projectWith } from "../reading.js";
import { damage, damageKinds, type DamageKind } from "./damage.js";
import { measure, type Measured } from "./measure.js";
import { javaTexts, kotlinTexts } from "./texts.js";

export type Language = "java" | "kotlin";

/** Found things and all things, by what is measured. */
export type Tally = Record<keyof Measured, { found: number; of: number }>;

/** Where something was lost. */
export interface Loss {
  readonly kind: DamageKind;
  readonly measure: keyof Measured;
  readonly lost: readonly string[];
  /** The text around the damage, which stands between `⟦` and `⟧`. */
  readonly place: string;
}

const measures = ["networks", "settings", "before", "after"] as const;

/** Damages every text in turn, each time in another way, and counts what is still read. */
export function tally(language: Language, variants: number, seed: number, onLoss: (loss: Loss) => void = () => undefined): Tally {
  const [front, parse, texts] = language === "java" ? [java, readJava, javaTexts()] : [kotlin, readKotlin, kotlinTexts()];
  const random = seededRandom(seed);
  const project = projectWith();
  const wholes = texts.map((text) => ({ program: parse(text), file: front.read(text, project) }));
  const total: Tally = { networks: zero(), settings: zero(), before: zero(), after: zero() };
  for (let variant = 0; variant < variants; variant++) {
    const whole = wholes[variant % wholes.length];
    const kind = damageKinds[Math.floor(random.uniform() * damageKinds.length)];
    if (!whole || !kind) break;
    const { text } = whole.program;
    const damaged = damage(text, kind, random);
    const measured = measure(whole, damaged, front.read(damaged.text, project));
    for (const name of measures) {
      const { found, of, lost } = measured[name];
      total[name].found += found;
      total[name].of += of;
      if (lost.length > 0) onLoss({ kind, measure: name, lost, place: placeIn(text, damaged.range) });
    }
  }
  return total;
}

const zero = () => ({ found: 0, of: 0 });

function placeIn(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${text.slice(Math.max(0, start - 200), start)}⟦${text.slice(start, end).slice(0, 100)}⟧${text.slice(end, end + 100)}`;
}
