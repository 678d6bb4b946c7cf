/** The value of a Java number: suffixes, underscores, hexadecimal, octal, binary. */
export function parseNumber(text: string): { value: number; integer: boolean } {
  const plain = text.replace(/_/g, "");
  if (/^0[xX][0-9a-fA-F]+[lL]?$/.test(plain)) return { value: Number(plain.replace(/[lL]$/, "")), integer: true };
  if (/^0[bB][01]+[lL]?$/.test(plain)) return { value: Number(plain.replace(/[lL]$/, "")), integer: true };
  if (/^0[0-7]+[lL]?$/.test(plain)) return { value: parseInt(plain, 8), integer: true };
  const integer = /^[0-9]+[lL]?$/.test(plain);
  return { value: Number(plain.replace(/[lLfFdD]$/, "")), integer };
}

/** The value of a Java string, character or text block. */
export function parseText(text: string): string {
  const quote = text.startsWith('"""') ? 3 : 1;
  const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", s: " ", "0": "\0" };
  return text.slice(quote, Math.max(quote, text.length - quote)).replace(/\\(u+[0-9a-fA-F]{4}|[^])/g, (_, code: string) => {
    if (code.length > 1) return String.fromCharCode(parseInt(code.replace(/^u+/, ""), 16));
    return escapes[code] ?? code;
  });
}
