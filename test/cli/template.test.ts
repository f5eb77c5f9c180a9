import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Template } from '../../src/usecases/policy/parse-template.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { lena, publishedTemplate } from '../usecases/policy/two-portals.ts';
import { type Ran, runIcp } from './run-icp.ts';

let folder: string;
let exported: string;
let portal: Portal;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-template-'));
  const source = await openPortal({ home: true });
  await publishedTemplate(source.context);
  await icpOf(source, 'profile', 'export', '--out', join(folder, 't.json'));
  await source.close();
  exported = await readFile(join(folder, 't.json'), 'utf8');
  portal = await openPortal({ home: true, types: ['technology'] });
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

const AS = ['--apply', '--by', lena.by, '--reason', lena.reason];

function icpOf({ sandbox }: Portal, ...args: string[]): Promise<Ran> {
  return runIcp(args, { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: sandbox.baseUrl });
}

/** Imports a file with this text. */
async function importing(text: string, ...options: string[]): Promise<Ran> {
  await writeFile(join(folder, 'other.json'), text);
  return icpOf(portal, 'profile', 'import', join(folder, 'other.json'), ...options);
}

/** The exported file with a change. */
function changed(change: (template: Template) => object): string {
  return JSON.stringify({
    ...(JSON.parse(exported) as Template),
    ...change(JSON.parse(exported) as Template),
  });
}

/** With another profile for technology. */
function withTechnology(change: object, beside: object = {}): string {
  return changed(({ profiles }) => {
    const { technology } = profiles;
    return {
      profiles: {
        ...profiles,
        technology: { ...technology, ...beside, profile: { ...technology?.profile, ...change } },
      },
    };
  });
}

test.each([
  [
    'is of another format',
    () => changed(() => ({ format: 'ICP' })),
    /format: this is no file of icp profile export/,
  ],
  [
    'is of a later version',
    () => changed(() => ({ version: 2 })),
    /version: .*version 2, .*later Partner ICP/,
  ],
  ['has an earlier version than any', () => changed(() => ({ version: 0 })), /version: /],
  ['has a key too many', () => changed(() => ({ company: '512' })), /"company"/],
  [
    'has a setting too many',
    () => changed(({ settings }) => ({ settings: { ...settings, token: 'x' } })),
    /settings: .*"token"/,
  ],
  [
    'has settings at fault',
    () => changed(({ settings }) => ({ settings: { ...settings, slots: -1 } })),
    /settings\.slots: a whole number/,
  ],
  [
    'has a type that there is none of',
    () => changed(({ profiles }) => ({ profiles: { ...profiles, vendor: null } })),
    /profiles\.vendor|"vendor"/,
  ],
  [
    'has a profile without its type',
    () => changed(() => ({ types: ['technology'] })),
    /types: the types are those that have a profile/,
  ],
  [
    'has a profile of another type',
    () => withTechnology({ type: 'reseller' }),
    /profiles\.technology\.profile\.type: this is the profile of reseller/,
  ],
  [
    'has floors in the wrong order',
    () => withTechnology({ floors: { deep: 200, fast: 300 } }),
    /profiles\.technology\.profile\.floors\.deep: /,
  ],
  [
    'has no dimensions',
    () => withTechnology({ dimensions: [] }),
    /profiles\.technology\.profile\.dimensions: /,
  ],
  [
    'has a title that no card has room for',
    () => withTechnology({ title: 'a'.repeat(500) }),
    /profiles\.technology\.profile\.title: at most 80/,
  ],
  [
    'has a day that no calendar has',
    () => withTechnology({}, { reviewDue: '2027-02-31' }),
    /profiles\.technology\.reviewDue: this is no day/,
  ],
  [
    'doubles a key',
    () => exported.replace('"slots": 4', '"slots": 4, "slots": 9'),
    /settings\.slots stands twice/,
  ],
  ['names __proto__', () => exported.replace('"slots": 4', '"__proto__": {}, "slots": 4'), /__proto__/],
  ['is cut off', () => exported.slice(0, -40), /is no JSON/],
  ['is a list', () => '[]', /format: this is no file of icp profile export/],
  ['has 2 MB', () => exported + ' '.repeat(2_000_000), /2\.0 MB.*1 MB at most/],
])('a file that %s is refused by field, and HubSpot is not called', async (_, text, said) => {
  let ran: Ran | null = null;
  const calls = await portal.callsDuring(async () => (ran = await importing(text(), ...AS)));

  expect(ran).toMatchObject({ exit: 2, stdout: '', stderr: expect.stringMatching(/^file: /) as unknown });
  expect(ran).toMatchObject({ stderr: expect.stringMatching(said) as unknown });
  expect(calls).toEqual([]);
});

test('a profile that is longer than HubSpot keeps is refused before anything is written', async () => {
  const { checks } = (JSON.parse(exported) as Template).profiles.technology?.profile ?? { checks: [] };
  const long = checks.map((check) => ({
    ...check,
    asks: Array.from({ length: 200 }, (_, at) => `${at} ${'a'.repeat(100)}`),
  }));

  const ran = await importing(withTechnology({ checks: long }), ...AS);

  expect(ran).toMatchObject({
    exit: 2,
    stderr: expect.stringMatching(/profiles\.technology\.profile\.checks\[\d\]\.asks: .*65,536/) as unknown,
  });
});

test('controls in names of a file cannot act on the terminal', async () => {
  const ran = await importing(withTechnology({ title: 'a\u001b[2J\nPublished: all.', origin: '\u009b31m' }));

  // eslint-disable-next-line no-control-regex
  expect(ran.stdout + ran.stderr).not.toMatch(/\u001b|\u009b|^Published/m);
});

test('without --apply the difference is said and nothing is written; with it, what is left out gives exit code 2', async () => {
  const planned = await importing(exported);
  const before = await icpOf(portal, 'profile', 'list', '--json');
  const applied = await importing(exported, ...AS);
  const again = await importing(exported, ...AS);

  expect(planned.stdout).toMatch(/Technology partner: another profile\n[\s\S]*Floors: Deep 380 -> 400/);
  expect(planned.stdout).toMatch(/Reseller: another profile \(left out\)/);
  expect(planned.stdout).toMatch(/Partners to go deep with in a quarter: 2 -> 4/);
  expect(planned.stdout).toMatch(/To make them, run: icp install --types reseller,/);
  expect(JSON.parse(before.stdout)).toMatchObject({ policy: 0 });
  expect(applied).toMatchObject({
    exit: 2,
    stdout: expect.stringMatching(/Published: Technology partner, settings\./) as unknown,
  });
  expect(again).toMatchObject({
    exit: 2,
    stdout: expect.stringMatching(/Nothing was published\./) as unknown,
  });
});

test('--apply without a person or a reason is refused before HubSpot is called', async () => {
  const calls = await portal.callsDuring(async () => {
    expect(await importing(exported, '--apply')).toMatchObject({
      exit: 2,
      stderr: expect.stringMatching(/^--by: /) as unknown,
    });
    expect(await importing(exported, '--apply', '--by', lena.by)).toMatchObject({
      exit: 2,
      stderr: expect.stringMatching(/^--reason: /) as unknown,
    });
  });

  expect(calls).toEqual([]);
});
