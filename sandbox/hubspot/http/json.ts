import { badJson, unsetFields } from './refusal.ts';

/** A body, parsed but not validated. The functions below read it, and refuse it with 400. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectOf(value: unknown, what: string): JsonObject {
  if (!isJsonObject(value)) throw badJson(`${what} must be an object`);
  return value;
}

/** @throws Refusal naming every field that is absent, null or (for text) blank */
export function requireFields(object: JsonObject, names: readonly string[]): void {
  const unset = names.filter((name) => object[name] === undefined || object[name] === null);
  if (unset.length > 0) throw unsetFields(unset);
}

/** @throws Refusal when the field is absent or not an object */
export function requiredObject(object: JsonObject, name: string): JsonObject {
  requireFields(object, [name]);
  return objectOf(object[name], name);
}

/** Numbers and booleans are read as text, as Jackson does. */
export function textOf(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw badJson(`${what} must be a string`);
}

export function textIn(object: JsonObject, name: string): string | undefined {
  const value = object[name];
  return value === undefined || value === null ? undefined : textOf(value, name);
}

export function requiredText(object: JsonObject, name: string): string {
  const text = textIn(object, name);
  if (text === undefined) throw unsetFields([name]);
  return text;
}

export function wholeNumberIn(object: JsonObject, name: string): number | undefined {
  const text = textIn(object, name);
  if (text === undefined) return undefined;
  if (!/^-?\d{1,15}$/.test(text)) throw badJson(`${name} must be a whole number`);
  return Number(text);
}

export function flagIn(object: JsonObject, name: string): boolean | undefined {
  const text = textIn(object, name);
  if (text === undefined) return undefined;
  if (text !== 'true' && text !== 'false') throw badJson(`${name} must be true or false`);
  return text === 'true';
}

export function listIn(object: JsonObject, name: string): readonly unknown[] {
  const value = object[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw badJson(`${name} must be a list`);
  return value;
}

export function textsIn(object: JsonObject, name: string): readonly string[] {
  return listIn(object, name).map((value) => textOf(value, name));
}
