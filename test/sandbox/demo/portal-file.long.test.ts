import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SavedPortal } from '../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import { openPortalFile } from '../../../sandbox/demo/portal-file.ts';
import { valuesOf } from './open-demo.ts';
import { runStart } from './run-start.ts';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'));
  file = join(folder, 'portal.json');
});
afterAll(() => rmSync(folder, { recursive: true }));

const saved = () => JSON.parse(readFileSync(file, 'utf8')) as SavedPortal;
const companyIn = (portal: SavedPortal, name: string) =>
  valuesOf(portal, '0-2').find((company) => company['name'] === name) ?? {};

test('a portal is kept: saved after a write and at the end, and the same after a restart', async () => {
  const first = runStart(['--seed', '5', '--data', file]);
  const printed = await first.ready;
  expect(existsSync(file)).toBe(true);
  const { id = '' } = companyIn(saved(), 'Harbor Foods');

  await write(printed, `/crm/objects/2026-09/companies/${id}`, 'PATCH', { properties: { city: 'Odense' } });
  await until(() => companyIn(saved(), 'Harbor Foods')['city'] === 'Odense');
  // the last write has no second to wait: the end of the process saves it
  await write(printed, `/crm/objects/2026-09/companies/${id}`, 'PATCH', { properties: { city: 'Ribe' } });
  const { code } = await first.stop('SIGTERM');
  expect(code).toBe(0);
  const before = saved();
  expect(companyIn(before, 'Harbor Foods')['city']).toBe('Ribe');

  const second = runStart(['--data', file]);
  const printedThen = await second.ready;
  const third = await runStart(['--data', file]).ended;
  expect(third).toMatchObject({ code: 2, printed: expect.stringContaining('End that one first') as unknown });
  expect(third.printed.trim().split('\n')).toHaveLength(1);
  expect(tokenIn(printedThen)).not.toBe(tokenIn(printed));
  expect((await second.stop('SIGINT')).code).toBe(0);

  expect(saved()).toEqual(before);
  expect(readdirSync(folder)).toEqual(['portal.json']);
}, 120_000);

test('a reset puts the portal back to its beginning, in the file too', async () => {
  const run = runStart(['--seed', '5', '--data', file]);
  const printed = await run.ready;
  const { id = '', city } = companyIn(saved(), 'Harbor Foods');
  const count = saved().types.length;

  const reset = await fetch(`${/^Workbench (\S+)$/m.exec(printed)?.[1]}/demo-api/reset`, { method: 'POST' });

  expect(reset.status).toBe(204);
  expect(city).toBe('Ribe');
  expect(companyIn(saved(), 'Harbor Foods')).toMatchObject({ id, city: 'Aarhus' });
  expect(saved().types).toHaveLength(count);
  await write(printed, `/crm/objects/2026-09/companies/${id}`, 'PATCH', { properties: { city: 'Odense' } });
  await until(() => companyIn(saved(), 'Harbor Foods')['city'] === 'Odense');
  await run.stop('SIGTERM');
}, 120_000);

test('an association alone is saved too, limits are on, and a crash leaves no lock that lasts', async () => {
  const run = runStart(['--data', file]);
  const printed = await run.ready;
  const count = saved().associations.length;
  const [one, other] = ['Harbor Foods', 'Mapleton Schools'].map(
    (name) => companyIn(saved(), name)['id'] ?? '',
  );

  const path = `/crm/v4/objects/companies/${one}/associations/default/companies/${other}`;
  expect(await write(printed, path, 'PUT')).toBe('190');

  await until(() => saved().associations.length > count);
  await run.stop('SIGKILL');
  expect(readdirSync(folder)).toEqual(['portal.json', 'portal.json.lock']);
  (await openPortalFile(file)).release();
  expect(readdirSync(folder)).toEqual(['portal.json']);
}, 120_000);

const tokenIn = (printed: string) => /^token (\S+)$/m.exec(printed)?.[1] ?? '';

/** @returns how many calls the app has within ten seconds */
async function write(printed: string, path: string, method: string, body?: object): Promise<string | null> {
  const baseUrl = /^Sandbox CRM (\S+)$/m.exec(printed)?.[1] ?? '';
  const token = tokenIn(printed);
  const response = await fetch(baseUrl + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.headers.get('x-hubspot-ratelimit-max');
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it did not happen within a minute');
    await sleep(50);
  }
}
