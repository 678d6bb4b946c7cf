const mark = "\uFEFF";

/** A text file's text, and what has to be known to write it back as it was. */
export interface DecodedText {
  /** Without a byte order mark, as editors count. */
  readonly text: string;
  /** A byte order mark stood before it. */
  readonly hasMark: boolean;
  /** False: it is UTF-16, or some bytes are no UTF-8; written back as UTF-8 it would be another file. */
  readonly isUtf8: boolean;
}

/** Decodes UTF-8, and UTF-16 with a byte order mark. Bytes that are no UTF-8 become U+FFFD. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), hasMark: true, isUtf8: false };
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), hasMark, isUtf8: true };
  } catch {
    return { text: new TextDecoder().decode(bytes), hasMark, isUtf8: false };
  }
}

/** The text as its file holds it. */
export function encodeText(text: string, { hasMark }: Pick<DecodedText, "hasMark">): string {
  return hasMark ? mark + text : text;
}
