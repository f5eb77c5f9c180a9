import { readFile, stat, writeFile } from 'node:fs/promises';

import { parseJsonText } from '../icp/parse-json-text.ts';
import { Refused } from '../usecases/refused.ts';
import { badJsonKeys, fileNotJson, fileNotUnicode, fileTooLarge } from '../messages/terminal.ts';
import { badInput, reasonOf } from './typed.ts';

/** Far more than the nine profiles of a template have. */
const MOST_BYTES = 1_000_000;

/**
 * Reads a JSON file. Its size is looked at first: a file that is too large is not read.
 *
 * @param option the option or argument that names the file
 * @throws Refused `invalid-input`
 */
export async function readJsonFile(option: string, path: string): Promise<unknown> {
  const text = textOf(option, path, await bytesOf(option, path));
  const { input, faults } = parsed(option, path, text);
  if (faults.length > 0) throw badInput(option, badJsonKeys(path, faults.join('; ')));
  return input;
}

/** Writes a JSON file that a person can read. @throws Refused `invalid-input` */
export async function writeJsonFile(option: string, path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`).catch((cause: unknown) => {
    throw badInput(option, `${path} cannot be written: ${reasonOf(cause)}.`, cause);
  });
}

async function bytesOf(option: string, path: string): Promise<Uint8Array> {
  try {
    requireSize(option, path, (await stat(path)).size);
    const bytes = await readFile(path);
    // a pipe has no size before it was read
    requireSize(option, path, bytes.length);
    return bytes;
  } catch (cause) {
    if (cause instanceof Refused) throw cause;
    throw badInput(option, `${path} cannot be read: ${reasonOf(cause)}.`, cause);
  }
}

function requireSize(option: string, path: string, bytes: number): void {
  if (bytes > MOST_BYTES) throw badInput(option, fileTooLarge(path, `${(bytes / 1e6).toFixed(1)} MB`));
}

/** In UTF-8, or in UTF-16 as some shells write it. */
function textOf(option: string, path: string, bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw badInput(option, fileNotUnicode(path), cause);
  }
}

function parsed(option: string, path: string, text: string) {
  try {
    return parseJsonText(text);
  } catch (cause) {
    throw badInput(option, fileNotJson(path, reasonOf(cause)), cause);
  }
}
