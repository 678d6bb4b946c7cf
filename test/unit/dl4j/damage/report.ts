// npm run test:damage [variants] [seed] [what]: how much of damaged Java and Kotlin is still read; with `settings`, `before`, … every loss.
import { tally, type Language } from "./tally.js";

const [, , variants = "3000", seed = "1", what = ""] = process.argv;

for (const language of ["java", "kotlin"] satisfies Language[]) {
  const found = tally(language, Number(variants), Number(seed), ({ measure, kind, lost, place }) => {
    if (measure === what) console.log(`${kind}: lost ${lost.join(", ")}\n${place}\n`);
  });
  const figures = Object.entries(found).map(
    ([name, { found: count, of }]) => `${name} ${((100 * count) / of).toFixed(2)} % of ${String(of)}`,
  );
  console.log(`${language}, ${variants} variants: ${figures.join(", ")}`);
}
