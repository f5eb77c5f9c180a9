import { execFile, execFileSync } from 'node:child_process';
import { chown, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL of its own, which a test may restart. */
export interface TemporaryPostgres {
  url: string;
  /** Of the process that all others of it belong to. */
  pid: () => Promise<number>;
  /** Ends it as a crash would, and starts it again. */
  crash: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts one in a temporary folder. @throws where PostgreSQL's `initdb` and `pg_ctl` are not installed */
export async function startPostgres(): Promise<TemporaryPostgres> {
  const programs = await programsFolder();
  const owner = ownerOfServer();
  const folder = await mkdtemp(join(tmpdir(), 'partner-icp-postgres-'));
  if (owner !== null) await chown(folder, owner.uid, owner.gid);
  const port = await freePort();
  const program = (name: string, ...args: string[]) =>
    run(join(programs, name), args, { cwd: folder, ...(owner ?? {}) });
  await program('initdb', '-D', folder, '-U', 'postgres', '-A', 'trust', '--no-sync');
  const options = `-p ${port} -h 127.0.0.1 -k ${folder}`;
  const start = () =>
    program('pg_ctl', 'start', '-D', folder, '-w', '-l', join(folder, 'log'), '-o', options);
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    pid: async () => Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0]),
    crash: async () => {
      await program('pg_ctl', 'stop', '-D', folder, '-m', 'immediate');
      await start();
    },
    close: async () => {
      await program('pg_ctl', 'stop', '-D', folder, '-m', 'immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const DEBIAN = '/usr/lib/postgresql';

/** Debian keeps these programs out of PATH, by version. */
async function programsFolder(): Promise<string> {
  const versions = await readdir(DEBIAN).catch(() => []);
  const newest = versions.toSorted((one, other) => Number(other) - Number(one))[0];
  return newest === undefined ? '' : join(DEBIAN, newest, 'bin');
}

/** PostgreSQL refuses to run as root. */
function ownerOfServer(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}
