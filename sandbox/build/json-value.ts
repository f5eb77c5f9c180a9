import type * as z from 'zod';

export type JsonValue = z.infer<ReturnType<typeof z.json>>;
export type JsonObject = Record<string, JsonValue>;

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lays one object over another: objects are merged field by field, everything else is replaced. */
export function overlay(base: JsonObject, added: JsonObject): JsonObject {
  const merged = { ...base };
  for (const [field, value] of Object.entries(added)) {
    const below = merged[field];
    merged[field] = isObject(below) && isObject(value) ? overlay(below, value) : value;
  }
  return merged;
}
