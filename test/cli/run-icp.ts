import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { compileChild } from '../../sandbox/build/compile-child.ts';

const ROOT = join(__dirname, '..', '..');
const SOURCE = join(ROOT, 'src', 'cli', 'icp.ts');

/** Compiled once for a test file: a start takes a quarter of what it takes through tsx. */
let compiled: Promise<string> | undefined;

export interface Ran {
  exit: number | null;
  stdout: string;
  stderr: string;
}

let running = 0;
const waiting: (() => void)[] = [];

/** Runs `icp` in a process of its own, two at a time. The environment is what is given, and nothing of this machine. */
export async function runIcp(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    compiled ??= compileChild(pathToFileURL(SOURCE));
    return await run([await compiled, ...args], env);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function run(args: readonly string[], env: Record<string, string>): Promise<Ran> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...env },
  });
  const ran = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (ran.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (ran.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, ...ran }));
  });
}

/** Runs `icp` as `npm run icp` does, from its source. */
export function runIcpFromSource(args: readonly string[]): Promise<Ran> {
  return run(['--import', 'tsx', SOURCE, ...args], {});
}

/** `icp verdict` with `--json`, read. */
export async function verdictOf(...args: string[]): Promise<Record<string, unknown>> {
  const { stdout, stderr, exit } = await runIcp(['verdict', '--json', ...args]);
  if (exit !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, unknown>;
}
