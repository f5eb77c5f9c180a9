import { access, constants, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InUse, lockPath, trueName } from '../../src/store/folder-lock.ts';
import { codeOf } from './error-code.ts';
import { StartRefused } from './start-options.ts';

/** The file in which a portal is kept. No other process has it open. */
export interface PortalFile {
  /** What the file holds; undefined where there is none yet. */
  readonly saved: unknown;
  /**
   * Replaces the file as a whole, unless it holds the portal already. Saves take turns.
   *
   * @throws Error when another process has taken the file
   */
  save(portal: unknown): Promise<void>;
  /** Lets other processes have the file, as the exit of this one does. Safe to call twice. */
  release(): void;
}

/**
 * Opens the file of a portal and reads it if it exists. A faulty file is reported and not changed.
 *
 * @throws StartRefused, also when another process has the file open
 */
export async function openPortalFile(file: string): Promise<PortalFile> {
  await access(dirname(resolve(file)), constants.W_OK).catch((cause: unknown) => {
    throw new StartRefused(`${file} cannot be written: its folder is missing or closed to you.`, { cause });
  });
  const path = await trueName(file);
  const lock = await lockPath(path, 'name another file with --data').catch((cause: unknown) => {
    throw cause instanceof InUse ? new StartRefused(cause.message, { cause }) : cause;
  });
  const saved = await readSaved(file).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  let kept = saved === undefined ? undefined : textOf(saved);
  let turn: Promise<void> = Promise.resolve();
  const write = async (text: string) => {
    if (!lock.isHeld()) throw new Error(`Another process took ${file} over; this portal is no longer saved.`);
    if (text === kept && (await isThere(path))) return;
    await replaceFile(path, text);
    kept = text;
  };
  return {
    saved,
    release: lock.release,
    save: (portal) => {
      const text = textOf(portal);
      const done = turn.then(() => write(text));
      turn = done.catch(() => undefined);
      return done;
    },
  };
}

const textOf = (portal: unknown) => `${JSON.stringify(portal)}\n`;

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

async function readSaved(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw new StartRefused(`${file} cannot be read (${codeOf(cause)}).`, { cause });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new StartRefused(`${file} is no saved portal: it is not JSON. The file was left as it is.`, {
      cause,
    });
  }
}

/** Atomic: a crash leaves the old file or the new one. */
async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  try {
    const handle = await open(draft, 'w');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
