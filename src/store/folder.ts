import { mkdir, realpath } from 'node:fs/promises';

import { PGlite } from '@electric-sql/pglite';

import { OTHER_FOLDER } from '../messages/database.ts';
import { type OpenDatabase, openPglite } from './database.ts';
import { lockPath } from './folder-lock.ts';

/**
 * Opens PGlite in a folder, for one process: of two that shared it, one would lose rows without a word.
 *
 * @param start for tests, in which PGlite has to come from outside
 * @throws InUse, DatabaseRefused
 */
export async function openFolder(
  folder: string,
  start: (folder: string) => Promise<PGlite> = (path) => PGlite.create(path),
): Promise<OpenDatabase> {
  await mkdir(folder, { recursive: true });
  const path = await realpath(folder);
  const lock = await lockPath(path, OTHER_FOLDER);
  try {
    const open = await openPglite(await start(path));
    const close = async () => {
      await open.close();
      lock.release();
    };
    return { ...open, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}
