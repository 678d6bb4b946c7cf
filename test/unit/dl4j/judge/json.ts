/** JSON as the library writes it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function objectAt(object: JsonObject, key: string): JsonObject | undefined {
  const value = object[key];
  return isObject(value) ? value : undefined;
}

export function listAt(object: JsonObject, key: string): readonly Json[] {
  const value = object[key];
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

export function textAt(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === "string" ? value : undefined;
}

/** A number; 0.x writes `NaN` for what was not set. */
export function numberAt(object: JsonObject, key: string): number | undefined {
  const value = object[key];
  return typeof value === "number" ? value : undefined;
}

/** An object of a class: `{"@class": "org.….DenseLayer", …}`, `{"type": …}` for distributions, `{"dense": {…}}` in 0.x. */
export interface Tagged {
  readonly name: string;
  readonly fields: JsonObject;
}

export function tagged(value: Json | undefined): Tagged | undefined {
  if (!isObject(value)) return undefined;
  const long = textAt(value, "@class") ?? textAt(value, "type");
  if (long !== undefined) return { name: long.slice(Math.max(long.lastIndexOf("."), long.lastIndexOf("$")) + 1), fields: value };
  const [only, another] = Object.entries(value);
  return only && !another && isObject(only[1]) ? { name: only[0], fields: only[1] } : undefined;
}
