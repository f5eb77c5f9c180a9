import { access, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { TestEnvironment } from 'jest-environment-node';

/** Databases of this worker that no test file uses. They keep their tables and rows: whoever borrows one empties it. */
const idle = [];
/** Each takes some 300 MB. */
const MOST_IDLE = 1;

/**
 * Jest runs tests in a context of its own, in which PGlite cannot load its WebAssembly. It is loaded outside and handed in.
 * A worker keeps one database in memory for all of its test files, since starting one takes seconds.
 */
export default class extends TestEnvironment {
  #borrowed = new Set();
  #config;

  constructor(config, context) {
    super(config, context);
    this.#config = config.projectConfig;
  }

  async setup() {
    await super.setup();
    this.global.openPglite = (folder) => startIn(folder, this.#config);
    this.global.borrowPglite = async () => {
      const database = idle.pop() ?? (await startInMemory(this.#config));
      this.#borrowed.add(database);
      return database;
    };
    this.global.returnPglite = async (database) => {
      if (!this.#borrowed.delete(database) || database.closed) return;
      if (idle.length < MOST_IDLE) idle.push(database);
      else await database.close();
    };
  }

  /** What a test file did not give back may still be at work. */
  async teardown() {
    for (const database of this.#borrowed) if (!database.closed) await database.close();
    await super.teardown();
  }
}

let isLoaded = false;

async function pglite() {
  if (!isLoaded) stayForNoTimer();
  isLoaded = true;
  return (await import('@electric-sql/pglite')).PGlite;
}

/** A folder that is empty gets the image. */
async function startIn(folder, config) {
  const isThere = await access(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  const PGlite = await pglite();
  if (isThere) return PGlite.create(folder);
  await rm(folder, { recursive: true, force: true });
  const saved = await readFile(await imageIn(config)).catch(() => null);
  return PGlite.create(folder, saved === null ? {} : { loadDataDir: new Blob([saved]) });
}

async function imageIn({ rootDir, cacheDirectory }) {
  const manifest = await readFile(join(rootDir, 'node_modules/@electric-sql/pglite/package.json'), 'utf8');
  return join(cacheDirectory, `pglite-${JSON.parse(manifest).version}.tar`);
}

/** An empty database, from its image: making one anew takes some five times as long. */
async function startInMemory(config) {
  const PGlite = await pglite();
  const image = await imageIn(config);
  const saved = await readFile(image).catch(() => null);
  if (saved !== null) return PGlite.create({ loadDataDir: new Blob([saved]) });
  const database = await PGlite.create();
  await saveImage(image, await database.dumpDataDir('none'));
  return database;
}

/** PGlite sets a timer of 10 s after a statement. A worker that is done need not stay for it. */
function stayForNoTimer() {
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (call, ...rest) => {
    const timer = setTimeout(call, ...rest);
    return String(call).includes('_emscripten_timeout') ? timer.unref() : timer;
  };
}

/** Whole at once: another worker may read it meanwhile. Without a place to keep it, the next worker makes its own. */
async function saveImage(image, dump) {
  const draft = `${image}.${process.pid}`;
  try {
    await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
    await rename(draft, image);
  } catch {
    return;
  }
}
