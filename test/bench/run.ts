/**
 * `npm run bench`: what the reader costs beside parsing the same text alone, and how long a text waits for its findings; warm, in
 * one process.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parser as javaParser } from "@lezer/java";
import { parser as kotlinParser } from "../../core/src/generated/kotlin-parser.js";
import { javaShapes } from "./java-sources.js";
import { kotlinShapes } from "./kotlin-sources.js";
import { kotlinTexts } from "../unit/dl4j/damage/texts.js";
import { readers } from "./steps.js";
import { warmTimes } from "./warm.js";

const rounds = 7;
const lines = 1000;

interface Sample {
  readonly notation: "java" | "kotlin";
  readonly name: string;
  readonly texts: readonly string[];
}

/** The least time of several rounds that the process itself was at work, in milliseconds: other programs do not count. */
function millisecondsFor(work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** A reader remembers the last texts: each round reads another one. */
function fresh(texts: readonly string[], use: (text: string) => unknown): () => void {
  let round = 0;
  return () => {
    round++;
    for (const text of texts) use(`${text}// ${round}\n`);
  };
}

function measure({ notation, name, texts }: Sample): string {
  const parser = notation === "java" ? javaParser : kotlinParser;
  const thousands = texts.join("").split("\n").length / 1000;
  const parsing = millisecondsFor(fresh(texts, (text) => parser.parse(text))) / thousands;
  const reading = millisecondsFor(fresh(texts, readers[notation])) / thousands;
  const columns = [parsing.toFixed(1), reading.toFixed(1), (reading / parsing).toFixed(1)];
  return `${notation.padEnd(7)} ${name.padEnd(40)} ${columns.map((column) => column.padStart(8)).join("")}`;
}

function sourcesIn(folder: string): string[] {
  const root = join(import.meta.dirname, "..", folder);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".java"))
    .map((path) => readFileSync(join(root, path), "utf8"));
}

const samples: readonly Sample[] = [
  { notation: "java", name: "the judge's sources", texts: sourcesIn("dl4j-judge/sources") },
  ...Object.entries(javaShapes).map(([name, textOf]): Sample => ({ notation: "java", name, texts: [textOf(lines)] })),
  ...Object.entries(kotlinShapes).map(([name, textOf]): Sample => ({ notation: "kotlin", name, texts: [textOf(lines)] })),
];

console.log(
  `${" ".repeat(48)}${["parsing", "reading", "ratio"].map((title) => title.padStart(8)).join("")}   milliseconds for 1,000 lines`,
);
for (const sample of samples) console.log(measure(sample));

/** Texts as people write them, and the shapes above at their full length. */
const warm = [
  ["java", "the judge's sources", sourcesIn("dl4j-judge/sources")],
  ["java", "all shapes of 1,000 lines", Object.values(javaShapes).map((textOf) => textOf(lines))],
  ["kotlin", "the golden cases in Kotlin", kotlinTexts()],
  ["kotlin", "all shapes of 1,000 lines", Object.values(kotlinShapes).map((textOf) => textOf(lines))],
] as const;

console.log(`\n${" ".repeat(48)}${["p50", "p95"].map((title) => title.padStart(8)).join("")}   milliseconds from a text to its findings`);
for (const [notation, name, texts] of warm) {
  const { p50, p95 } = await warmTimes(notation, texts);
  console.log(`${notation.padEnd(7)} ${name.padEnd(40)} ${[p50, p95].map((time) => time.toFixed(1).padStart(8)).join("")}`);
}
