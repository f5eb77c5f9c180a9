import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const ONCE = join(ROOT, 'build', 'once');

/** Everything that any bundle of ours is made of. A build from fewer files is made anew more often than it needs. */
const SOURCES = ['src', 'extensions', 'serverless', 'sandbox'];
const FILES = /^(app\.json|hsprofile\..*\.json|package-lock\.json)$/;

/** How long a build is kept at most. A workbench that runs longer without a restart loses its files. */
const KEPT_MS = 7 * 86_400_000;

/**
 * Lets `make` fill a folder, once for each state of the sources: later calls get the same folder. Several processes may
 * ask at the same time.
 *
 * @param more further files or folders that the build depends on, from the root of the project
 * @returns the absolute folder; it must not be written to
 */
export async function buildOnce(
  name: string,
  make: (folder: string) => Promise<unknown>,
  more: readonly string[] = [],
): Promise<string> {
  const folder = join(ONCE, `${name}-${await hashOf(more)}`);
  if (existsSync(folder)) return folder;
  await mkdir(ONCE, { recursive: true });
  await removeOld();
  const draft = await mkdtemp(join(ONCE, `${name}-draft-`));
  try {
    await make(draft);
    await rename(draft, folder).catch((error: unknown) => {
      // another process was faster, and its folder is as good
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

async function hashOf(more: readonly string[]): Promise<string> {
  const beside = (await readdir(ROOT)).filter((file) => FILES.test(file));
  const hash = createHash('sha256');
  for (const path of (await Promise.all([...beside, ...SOURCES, ...more].map(filesIn))).flat().sort())
    hash
      .update(path)
      .update('\0')
      .update(await readFile(join(ROOT, path)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

async function filesIn(path: string): Promise<string[]> {
  if ((await stat(join(ROOT, path))).isFile()) return [path];
  const entries = await readdir(join(ROOT, path), { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile());
  return found.map(({ parentPath, name }) => join(parentPath, name).slice(ROOT.length + 1));
}

async function removeOld(): Promise<void> {
  for (const folder of (await readdir(ONCE)).map((each) => join(ONCE, each))) {
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < Date.now() - KEPT_MS) await rm(folder, { recursive: true, force: true });
  }
}
