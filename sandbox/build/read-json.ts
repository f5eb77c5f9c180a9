import { readFile } from 'node:fs/promises';
import type * as z from 'zod';

/**
 * Reads a JSON file of the sources.
 *
 * @param name what messages call the file
 * @throws BuildRefused naming the file and the first field at fault
 */
export async function readJson<Output>(
  file: string,
  name: string,
  schema: z.ZodType<Output>,
): Promise<Output> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new BuildRefused(`${name} cannot be read; it belongs beside package.json.`, { cause });
  });
  const result = schema.safeParse(jsonIn(text, name));
  if (result.success) return result.data;
  throw new BuildRefused(`${name}: ${firstFault(result.error, '')}.`, { cause: result.error });
}

/** The fault to name, as `field: what is wrong`; a misspelt field before the one that is missing because of it. */
export function firstFault({ issues }: z.ZodError, root: string): string {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const path = [root, ...(issue?.path ?? []).map(String)].filter((part) => part !== '').join('.');
  return `${path || 'the file'}: ${issue?.message ?? 'unreadable'}`;
}

function jsonIn(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BuildRefused(`${name} is no JSON.`, { cause });
  }
}

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

/** The sources cannot be built. The message is one sentence that names what is wrong; nothing was written. */
export class BuildRefused extends Error {
  override readonly name = 'BuildRefused';
}
