import { readFile } from 'node:fs/promises';

import type * as z from 'zod';

import { BuildRefused } from './build-refused.ts';

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
