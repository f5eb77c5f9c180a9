import { access, constants, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Journal } from '../hubspot/http/journal.ts';
import { StartRefused } from './start-options.ts';

/** The file in which a portal is kept. */
export interface PortalFile {
  /** What the file holds; undefined where there is none yet. */
  readonly saved: unknown;
  /** Replaces the file as a whole. Saves take turns. */
  save(portal: unknown): Promise<void>;
}

/**
 * Opens the file of a portal and reads it if it exists. A faulty file is reported and not changed.
 *
 * @throws StartRefused
 */
export async function openPortalFile(file: string): Promise<PortalFile> {
  const saved = await readSaved(file);
  await access(dirname(resolve(file)), constants.W_OK).catch((cause: unknown) => {
    throw new StartRefused(`${file} cannot be written: its folder is missing or closed to you.`, { cause });
  });
  let turn: Promise<void> = Promise.resolve();
  return {
    saved,
    save: (portal) => {
      const text = `${JSON.stringify(portal)}\n`;
      const done = turn.then(() => replaceFile(file, text));
      turn = done.catch(() => undefined);
      return done;
    },
  };
}

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

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** Writes within this time are saved together. */
const PAUSE_MS = 1_000;

/**
 * Calls `save` within a second after a write. Watches the journal, since events do not cover associations and
 * definitions.
 *
 * @returns ends the watch
 */
export function watchWrites(journal: Journal, save: () => Promise<void>): () => void {
  let seen = journal.entries().at(-1);
  const timer = setInterval(() => {
    const entries = journal.entries();
    const fresh = entries.slice(seen === undefined ? 0 : entries.lastIndexOf(seen) + 1);
    // an entry without a status has no response yet; it is examined later
    const open = fresh.findIndex(({ status }) => status === 0);
    const answered = open === -1 ? fresh : fresh.slice(0, open);
    seen = answered.at(-1) ?? seen;
    if (fresh.some(isWrite))
      save().catch((error: unknown) => console.error('The portal was not saved:', error));
  }, PAUSE_MS);
  return () => clearInterval(timer);
}

function isWrite({ method, path }: { method: string; path: string }): boolean {
  return method !== 'GET' && !/\/(search|batch\/read)(\?|$)/.test(path);
}
