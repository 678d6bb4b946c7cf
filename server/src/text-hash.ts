const mask = (1n << 64n) - 1n;

/** FNV-1a over UTF-16 units, 64 bits, in hexadecimal: names a text where a collision does no lasting harm. */
export function textHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++) hash = ((hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n) & mask;
  return hash.toString(16).padStart(16, "0");
}
