/** The value of a Kotlin number: suffixes, underscores, hexadecimal, binary. */
export function parseNumber(text: string): { value: number; integer: boolean } {
  const plain = text.replace(/_/g, "");
  if (/^0[xXbB]/.test(plain)) return { value: Number(plain.replace(/[uUlL]+$/, "")), integer: true };
  const value = Number(plain.replace(/[uUlLfF]+$/, ""));
  return { value: /[fF]$/.test(plain) ? Math.fround(value) : value, integer: /^\d+[uUlL]*$/.test(plain) };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b" };

/** The value of a text or character; `undefined` with a template in it, whose value only running tells. */
export function parseText(text: string): string | undefined {
  if (text.startsWith('"""')) {
    const inner = text.slice(3, Math.max(3, text.length - 3));
    return /\$[{A-Za-z_]/.test(inner) ? undefined : inner;
  }
  const inner = text.slice(1, Math.max(1, text.length - 1));
  if (/(^|[^\\])(\\\\)*\$[{A-Za-z_]/.test(inner)) return undefined;
  return inner.replace(/\\(u[0-9a-fA-F]{4}|[^])/g, (_, code: string) =>
    code.length > 1 ? String.fromCharCode(parseInt(code.slice(1), 16)) : (escapes[code] ?? code),
  );
}

/** The names in a text's templates: `"rate $rate of ${names[i]}"`. */
export function namesInTemplates(text: string): string[] {
  return [...text.matchAll(/\$(?:\{([^}]*)\}|([A-Za-z_]\w*))/g)].flatMap(([, expression, name]) =>
    name !== undefined ? [name] : (expression?.match(/[A-Za-z_]\w*/g) ?? []),
  );
}
