import type { Constant } from "./evaluate.js";
import { textOf } from "./evaluate.js";
import type { Expression, Invoke } from "./expression.js";
import { dottedName } from "./expression.js";

/** The constant value of a call that Java's own classes answer: `Math.pow(2, 5)`, `String.valueOf(3)`, `"relu".toUpperCase()`. */
export function ofCall({ on, name, args }: Invoke, evaluated: (part: Expression) => Constant | undefined): Constant | undefined {
  if (!on) return undefined;
  const given = args.map(evaluated);
  const owner = dottedName(on);
  if (owner === "String" && (name === "format" || name === "join")) return name === "format" ? formatted(given) : joined(given);
  if (owner === "Math" || owner === "StrictMath") return mathOf(name, given);
  if (owner === "String" || owner === "Integer" || owner === "Long" || owner === "Double") return conversionOf(owner, name, given);
  const text = evaluated(on);
  if (name === "formatted" && text) return formatted([text, ...given]);
  return typeof text?.value === "string" ? ofText(text.value, name, given) : undefined;
}

/** `String.format("block%02d", 3)`; `undefined` for decimals and what else depends on more than the values. */
function formatted([format, ...values]: readonly (Constant | undefined)[]): Constant | undefined {
  if (typeof format?.value !== "string") return undefined;
  let at = 0;
  const missing: string[] = [];
  const text = format.value.replace(/%(?:%|n|(0?)(\d*)([dsc])|[^])/g, (spelled: string, zero: string, width: string, kind?: string) => {
    if (spelled === "%%" || spelled === "%n") return spelled === "%%" ? "%" : "\n";
    const value = values[at++];
    const said = kind && value && (kind !== "d" || value.integer) ? textOf(value) : undefined;
    if (said === undefined) missing.push(spelled);
    return (said ?? "").padStart(Number(width || 0), zero ? "0" : " ");
  });
  return missing.length === 0 ? { value: text, integer: false } : undefined;
}

function joined([separator, ...values]: readonly (Constant | undefined)[]): Constant | undefined {
  const texts = values.map((one) => one && textOf(one));
  if (typeof separator?.value !== "string" || texts.length === 0 || texts.includes(undefined)) return undefined;
  return { value: texts.join(separator.value), integer: false };
}

const mathFunctions: Readonly<Record<string, (...values: number[]) => number>> = {
  // V8's own is off by one unit in the last place for 10 to the -4th
  pow: (base, exponent) => (Number.isInteger(exponent) && exponent < 0 ? 1 / base ** -exponent : base ** exponent),
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  max: Math.max,
  min: Math.min,
  abs: Math.abs,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  floor: Math.floor,
  ceil: Math.ceil,
  round: (value) => Math.floor(value + 0.5),
};

const keepInteger = new Set(["max", "min", "abs"]);

function mathOf(name: string, args: readonly (Constant | undefined)[]): Constant | undefined {
  const calculation = Object.hasOwn(mathFunctions, name) ? mathFunctions[name] : undefined;
  if (calculation === undefined) return undefined;
  const numbers: number[] = [];
  for (const one of args) {
    if (typeof one?.value !== "number") return undefined;
    numbers.push(one.value);
  }
  const value = calculation(...numbers);
  const integer = name === "round" || (keepInteger.has(name) && args.every((one) => one?.integer === true));
  return Number.isFinite(value) ? { value, integer } : undefined;
}

/** `String.valueOf(3)`, `Integer.toString(3)`, `Integer.parseInt("3")`, `Integer.valueOf(3)`. */
function conversionOf(owner: string, name: string, [first, ...others]: readonly (Constant | undefined)[]): Constant | undefined {
  if (!first || others.length > 0) return undefined;
  if (name === "toString" || (owner === "String" && name === "valueOf")) {
    const text = textOf(first);
    return text === undefined ? undefined : { value: text, integer: false };
  }
  if (owner === "String" || !/^(valueOf|parse(Int|Long|Double))$/.test(name)) return undefined;
  const isPlain = typeof first.value === "number" || /^-?\d+(\.\d+)?$/.test(String(first.value));
  return isPlain ? { value: Number(first.value), integer: owner !== "Double" } : undefined;
}

function found(name: "startsWith" | "endsWith" | "contains", text: string, part: string): boolean {
  return name === "startsWith" ? text.startsWith(part) : name === "endsWith" ? text.endsWith(part) : text.includes(part);
}

function ofText(text: string, name: string, [first]: readonly (Constant | undefined)[]): Constant | undefined {
  const said = (value: Constant["value"], integer = false): Constant => ({ value, integer });
  switch (name) {
    case "equals":
      return typeof first?.value === "string" ? said(text === first.value) : undefined;
    case "equalsIgnoreCase":
      return typeof first?.value === "string" ? said(text.toLowerCase() === first.value.toLowerCase()) : undefined;
    case "concat":
      return typeof first?.value === "string" && text.length + first.value.length < 4000 ? said(text + first.value) : undefined;
    case "startsWith":
    case "endsWith":
    case "contains":
      return typeof first?.value === "string" ? said(found(name, text, first.value)) : undefined;
    case "isEmpty":
      return said(text === "");
    case "length":
      return said(text.length, true);
    case "toLowerCase":
      return said(text.toLowerCase());
    case "toUpperCase":
      return said(text.toUpperCase());
    case "trim":
      return said(text.trim());
    default:
      return undefined;
  }
}
