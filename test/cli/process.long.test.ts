import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import type { Ran } from './run-icp.ts';

const ROOT = join(__dirname, '..', '..');
const SOURCE = join(ROOT, 'src', 'cli', 'icp.ts');

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({ types: ['technology'] });
});
afterAll(() => portal.close());

/** Runs `icp` in a process of its own, from its source as `npm run icp` does, with this environment alone. */
function startIcp(args: readonly string[], settings: Record<string, string> = {}): Promise<Ran> {
  const env = { PATH: process.env['PATH'], ...settings };
  const child = spawn(process.execPath, ['--import', 'tsx', SOURCE, ...args], { cwd: ROOT, env });
  const ran = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (ran.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (ran.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, ...ran }));
  });
}

test('a long answer comes through a pipe whole', async () => {
  const { exit, stdout, stderr } = await startIcp(['profile', 'show', 'technology', '--shipped', '--json']);

  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual(SHIPPED_PROFILES.find(({ type }) => type === 'technology'));
});

test('settings come from the environment, and the process ends with the code of the command', async () => {
  const wrongToken = { HUBSPOT_ACCESS_TOKEN: 'pat-wrong', HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
  const [unset, refused] = await Promise.all([startIcp(['load', '1']), startIcp(['load', '1'], wrongToken)]);

  expect(unset).toMatchObject({ exit: 2, stdout: '' });
  expect(unset.stderr).toMatch(/^HUBSPOT_ACCESS_TOKEN is not set/);
  expect(refused).toMatchObject({ exit: 3, stdout: '' });
  expect(refused.stderr).toMatch(/Check the token/);
});

test('a reader that takes a few bytes and goes away ends an export silently', async () => {
  await portal.createCompany({ ipp_partner_type: 'technology', ipp_strategic_fit: '3' });
  const env = {
    PATH: process.env['PATH'],
    HUBSPOT_ACCESS_TOKEN: APP_TOKEN,
    HUBSPOT_BASE_URL: portal.sandbox.baseUrl,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', SOURCE, 'export'], { cwd: ROOT, env });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdout.destroy();

  const exit = await new Promise((resolve) => child.on('close', resolve));

  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
});

test('a call that hangs once does not keep the process alive', async () => {
  const companyId = await portal.createCompany();
  portal.sandbox.faults.add({ kind: 'hang', write: 'before' }, { method: 'GET' });
  const env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };

  // The open call alone would keep it alive for five minutes, longer than a test may take.
  const { exit, stdout } = await startIcp(['load', companyId], env);

  expect(exit).toBe(0);
  expect(stdout).toMatch(/Never scored\./);
});
