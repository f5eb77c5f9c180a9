import { open, rename, rm } from 'node:fs/promises';

import { type Run, isReaderGone } from './terminal.ts';
import { badInput, reasonOf } from './typed.ts';

/**
 * Lets the work write the file of `--out`, or the standard output where there is none. It writes to a second file and
 * renames it: work that fails leaves an earlier file as it was.
 *
 * @throws Refused `invalid-input` when it cannot be written
 */
export async function writeOut<Result>(
  { stdout }: Run,
  out: string | undefined,
  work: (write: (text: string) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  if (out === undefined) return work((text) => printed(stdout, text));
  const draft = `${out}.part`;
  const file = await open(draft, 'w').catch((cause: unknown) => {
    throw unwritable(out, cause);
  });
  try {
    const failed = (cause: unknown) => {
      throw unwritable(out, cause);
    };
    const result = await work((text) => file.appendFile(text).catch(failed));
    await file.close();
    await rename(draft, out).catch(failed);
    return result;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

function unwritable(out: string, cause: unknown) {
  return badInput('--out', `${out} cannot be written: ${reasonOf(cause)}.`, cause);
}

function printed(stdout: Run['stdout'], text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.write(text, (error) => {
      if (error == null) resolve();
      else reject(isReaderGone(error) ? error : unwritable('the standard output', error));
    });
  });
}
