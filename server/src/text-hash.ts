/** FNV-1a's prime and offset basis for 32 bits, and another basis for the second half. */
const prime = 0x01000193;
const bases = [0x811c9dc5, 0x9e3779b9] as const;

/** Two FNV-1a hashes over UTF-16 units, in hexadecimal: names a text where a collision does no lasting harm. */
export function textHash(text: string): string {
  return bases.map((basis) => hash(text, basis).toString(16).padStart(8, "0")).join("");
}

function hash(text: string, basis: number): number {
  let value = basis;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), prime);
  return value >>> 0;
}
