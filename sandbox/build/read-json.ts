import { readFile } from 'node:fs/promises';
import type * as z from 'zod';
import { notBesidePackage, notJson } from '../../src/messages/build.ts';

/**
 * Reads a JSON file of the sources.
 *
 * @param name of the file in messages
 * @throws BuildRefused naming the file and the first field at fault
 */
export async function readJson<Output>(
  file: string,
  name: string,
  schema: z.ZodType<Output>,
): Promise<Output> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new BuildRefused(notBesidePackage(name), { cause });
  });
  const result = schema.safeParse(jsonIn(text, name));
  if (result.success) return result.data;
  throw new BuildRefused(`${name}: ${firstFault(result.error, '')}.`, { cause: result.error });
}

/** The first fault, as `field: problem`; an unknown field comes before a missing one, which it usually explains. */
export function firstFault({ issues }: z.ZodError, root: string): string {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const path = [root, ...(issue?.path ?? []).map(String)].filter((part) => part !== '').join('.');
  return `${path || 'the file'}: ${issue?.message ?? 'unreadable'}`;
}

function jsonIn(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BuildRefused(notJson(name), { cause });
  }
}

export type JsonValue = z.infer<ReturnType<typeof z.json>>;
export type JsonObject = Record<string, JsonValue>;

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Merges two objects field by field; other values are replaced. */
export function overlay(base: JsonObject, added: JsonObject): JsonObject {
  const merged = { ...base };
  for (const [field, value] of Object.entries(added)) {
    const below = merged[field];
    merged[field] = isObject(below) && isObject(value) ? overlay(below, value) : value;
  }
  return merged;
}

/** The sources cannot be built. The message names the fault; nothing was written. */
export class BuildRefused extends Error {
  override readonly name = 'BuildRefused';
}
