import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { link, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

import * as z from 'zod';

import { lockLeftBehind, pathInUse } from '../messages/database.ts';

/** Another process has the file or folder. The message says which one, and what to do. */
export class InUse extends Error {
  override readonly name = 'InUse';
}

/** Keeps a second process off a file or folder. */
export interface PathLock {
  /** Whether the lock is still this process's: false once somebody removed it and another process took its place. */
  readonly isHeld: () => boolean;
  /** Also happens when the process exits by itself. Safe to call twice. */
  readonly release: () => void;
}

const HOLDER = z.object({
  pid: z.int().positive(),
  host: z.string(),
  port: z.int().min(1).max(65_535),
  nonce: z.string().min(1),
});
type Holder = z.infer<typeof HOLDER>;

/**
 * Locks a file or folder, given by its true name. The lock stands beside it and names a port on which its process tells the
 * lock's nonce. After a crash nothing answers there, and the lock is replaced; a process id alone could be a new process's.
 *
 * @param remedy what to do beside ending the other process: `name another file with --data`
 * @throws InUse when another process has it
 */
export async function lockPath(target: string, remedy: string): Promise<PathLock> {
  const wanted = { target, path: `${target}.lock`, remedy };
  const nonce = randomUUID();
  const { server, port } = await tell(nonce);
  try {
    await take(wanted, { pid: process.pid, host: hostname(), port, nonce });
  } catch (error) {
    server.close();
    throw error;
  }
  const isHeld = () => nonceIn(wanted.path) === nonce;
  const release = () => {
    process.off('exit', release);
    server.close();
    if (isHeld()) rmSync(wanted.path, { force: true });
  };
  process.once('exit', release);
  return { isHeld, release };
}

interface Wanted {
  target: string;
  /** Of the lock. */
  path: string;
  remedy: string;
}

/** One name for a file, whichever way it is reached. The file itself need not exist, its folder must. */
export async function trueName(file: string): Promise<string> {
  const absolute = resolve(file);
  const inFolder = async () => join(await realpath(dirname(absolute)), basename(absolute));
  return realpath(absolute).catch(inFolder);
}

/** Two rounds: one to find a lock that a crash left, one without it. */
async function take(wanted: Wanted, holder: Holder): Promise<void> {
  const { path } = wanted;
  for (let round = 0; round < 2; round += 1) {
    if (await create(path, holder)) return;
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const other = holderOf(text);
    if (other === undefined || other.host !== holder.host) throw refusedFor(wanted, other);
    if (await isAlive(other)) throw refusedFor(wanted, other);
    await removeStale(path, text);
  }
  throw refusedFor(wanted, undefined);
}

/** Whole at once: a reader never finds half of a lock. @returns false where there is one */
async function create(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${holder.nonce}`;
  await writeFile(draft, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Another process may have replaced the stale lock meanwhile; its lock is put back. */
async function removeStale(path: string, text: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8')) !== text) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function holderOf(text: string): Holder | undefined {
  try {
    return HOLDER.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function nonceIn(path: string): string | undefined {
  try {
    return holderOf(readFileSync(path, 'utf8'))?.nonce;
  } catch {
    return undefined;
  }
}

function refusedFor({ target, path, remedy }: Wanted, other: Holder | undefined): InUse {
  const here = other?.host === hostname();
  const who =
    other === undefined ? 'another process' : `process ${other.pid}${here ? '' : ` on ${other.host}`}`;
  const sentences = [pathInUse(target, who, remedy), ...(here ? [] : [lockLeftBehind(path)])];
  return new InUse(sentences.join(' '));
}

/** Serves the nonce to whoever connects. It does not keep the process running. */
function tell(nonce: string): Promise<{ readonly server: Server; readonly port: number }> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(nonce);
    });
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      server.unref();
      const address = server.address();
      if (address === null || typeof address === 'string') fail(new Error('The lock has no port.'));
      else done({ server, port: address.port });
    });
  });
}

const PATIENCE_MS = 2_000;

/** A process that is stopped or busy does not answer in time; then its id decides. */
function isAlive({ port, nonce, pid }: Holder): Promise<boolean> {
  return new Promise((done) => {
    let told = '';
    const socket = connect(port, '127.0.0.1');
    socket.setEncoding('utf8').setTimeout(PATIENCE_MS);
    socket.on('data', (text: string) => void (told += text));
    socket.once('end', () => done(told === nonce));
    socket.once('error', () => done(false));
    socket.once('timeout', () => {
      socket.destroy();
      done(isRunning(pid));
    });
  });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The code of an error of Node, such as ENOENT; `unknown` for anything else. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
}
