/** One fenced block of a page: what it says about itself, and its code with the marks taken out. */
export interface Block {
  readonly language: string;
  /** `reports`, `clean`, `fixed`, or a file name for data. */
  readonly kind: string;
  readonly title: string | null;
  readonly options: Readonly<Record<string, string>>;
  readonly code: string;
  readonly marks: readonly Mark[];
  /** Line of the fence in the page, from 1. */
  readonly line: number;
}

/** Carets under a line of code: where a finding must stand, and how it begins. */
export interface Mark {
  /** Offsets in the block's code. */
  readonly start: number;
  readonly end: number;
  readonly severity: string | null;
  readonly message: string | null;
}

const fence = /^```(\w+)[ \t]*(.*)\n([\s\S]*?)^```[ \t]*$/gm;

/** The fenced blocks of a Markdown page, in order. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(fence)].map((match) => {
    const [, language = "", info = "", body = ""] = match;
    const title = /"([^"]*)"/.exec(info)?.[1] ?? null;
    const words = info
      .replace(/"[^"]*"/, "")
      .trim()
      .split(/\s+/)
      .filter(Boolean);
    const options = Object.fromEntries(
      words.flatMap((word) => {
        const [name, value] = word.split("=", 2);
        return name !== undefined && value !== undefined ? [[name, value] as const] : [];
      }),
    );
    const kind = words.find((word) => !word.includes("=")) ?? "";
    return { language, kind, title, options, ...withoutMarks(body), line: page.slice(0, match.index).split("\n").length };
  });
}

const markLine = /^[ \t]*\^+(?:[ \t]+\^+)*(?:[ \t]+(?!\^).*)?$/;

function withoutMarks(body: string): { code: string; marks: Mark[] } {
  let code = "";
  let lineStart = 0;
  const marks: Mark[] = [];
  for (const line of body.split("\n").slice(0, -1)) {
    if (!markLine.test(line)) {
      lineStart = code.length;
      code += `${line}\n`;
      continue;
    }
    const said = /\^[ \t]+(?!\^)(\S.*)$/.exec(line)?.[1]?.trim() ?? "";
    const [, severity = null, message = null] = /^(error|warning|info|hint)(?::\s*(.*))?$/.exec(said) ?? [];
    for (const carets of line.matchAll(/\^+/g)) {
      marks.push({
        start: lineStart + carets.index,
        end: lineStart + carets.index + carets[0].length,
        severity,
        message: message ?? (severity === null && said !== "" ? said : null),
      });
    }
  }
  return { code, marks };
}
