/** The value of a Java number: suffixes, underscores, hexadecimal, octal, binary. */
export function parseNumber(text: string): { value: number; integer: boolean } {
  const plain = text.replace(/_/g, "");
  if (/^0[xX][0-9a-fA-F]+[lL]?$/.test(plain)) return { value: Number(plain.replace(/[lL]$/, "")), integer: true };
  if (/^0[bB][01]+[lL]?$/.test(plain)) return { value: Number(plain.replace(/[lL]$/, "")), integer: true };
  if (/^0[0-7]+[lL]?$/.test(plain)) return { value: parseInt(plain, 8), integer: true };
  const integer = /^[0-9]+[lL]?$/.test(plain);
  const value = Number(plain.replace(/[lLfFdD]$/, ""));
  return { value: /[fF]$/.test(plain) ? Math.fround(value) : value, integer };
}

/** The value of a Java string, character or text block. */
export function parseText(text: string): string {
  const isBlock = text.startsWith('"""');
  const quote = isBlock ? 3 : 1;
  const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", s: " ", "0": "\0" };
  const inside = text.slice(quote, Math.max(quote, text.length - quote));
  return (isBlock ? stripped(inside) : inside).replace(/\\(u+[0-9a-fA-F]{4}|[^])/g, (_, code: string) => {
    if (code === "\n") return "";
    if (code.length > 1) return String.fromCharCode(parseInt(code.replace(/^u+/, ""), 16));
    return escapes[code] ?? code;
  });
}

/** A text block without the indentation that its lines share (Java Language Specification 3.10.6). */
function stripped(block: string): string {
  const lines = block
    .replace(/\r\n?/g, "\n")
    .replace(/^[^\S\n]*\n/, "")
    .split("\n");
  const last = lines.length - 1;
  const counted = lines.filter((line, index) => index === last || /\S/.test(line));
  const indent = Math.min(...counted.map((line) => /^\s*/.exec(line)?.[0].length ?? 0));
  return lines.map((line) => line.slice(indent).replace(/[ \t]+$/, "")).join("\n");
}
