import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { terminalSettings, workbenchSettings } from '../../src/config/environment.ts';
import { InvalidProfile } from '../../src/icp/parse-profile.ts';
import { parseProfileText } from '../../src/icp/parse-profile-text.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { answerCall } from '../../src/usecases/answer-call.ts';
import { runIcp } from './run-icp.ts';

/** In place of the portal, for calls that must be refused before they reach it. */
const unreached = () => {
  throw new Error('The portal was asked.');
};

const SHIPPED = JSON.stringify(SHIPPED_PROFILES.find(({ type }) => type === 'technology'));

test.each(['0x5', '5e0', '+5', ' 5 ', '5.0', '05', '٥', '６', 'NaN', '1_0'])(
  'a rating typed as "%s" is refused by name, since a rating is 1 to 5 as written',
  async (typed) => {
    const { exit, stderr } = await runIcp(['verdict', `--ratings=5,5,3,4,${typed},4`]);

    expect([exit, stderr]).toEqual([
      2,
      expect.stringMatching(/^--ratings: \w+ is ".*"\. A rating is a whole/),
    ]);
  },
);

test('a profile is read behind a byte order mark, and with JSON that only looks like a doubled key', () => {
  const odd = SHIPPED.replace('"origin":"', '"origin":"\\"version\\": {\\"version\\": [, ');

  expect(parseProfileText(`\uFEFF${SHIPPED}`)).toEqual(parseProfileText(SHIPPED));
  expect(parseProfileText(odd)).toMatchObject({ type: 'technology' });
});

test.each([
  [SHIPPED.replace('{', '{"version": 7, '), /^The profile cannot be used\. version stands twice\.$/],
  [SHIPPED.replace('"deep":', '"d\\u0065ep": 390, "deep":'), /floors\.deep stands twice/],
  [SHIPPED.replace('"weight":', '"weight": 1, "weight":'), /dimensions\[0\]\.weight stands twice/],
  [SHIPPED.replace('{', '{"__proto__": {"asksSaas": true}, '), /__proto__ is no key of a profile/],
  [SHIPPED.replace('"caps":{', '"caps":{"constructor": 1, '), /checks\[0\]\.caps\.constructor is no key/],
  [SHIPPED.replaceAll('customer_overlap', 'constructor'), /dimensions\[0\]\.key: this name is taken/],
  [SHIPPED.replaceAll('dead-api', 'prototype'), /checks\[\d\]\.key: this name is taken/],
])(
  'a profile with a key that stands twice, or that every object has, is refused by that name',
  (text, fault) => {
    expect(() => parseProfileText(text)).toThrow(InvalidProfile);
    expect(() => parseProfileText(text)).toThrow(fault);
  },
);

test('the terminal names the doubled key of a profile file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'icp-profile-'));
  const file = join(folder, 'twice.json');
  await writeFile(file, SHIPPED.replace('{', '{"title": "Another", '));

  const { exit, stderr } = await runIcp(['verdict', '--ratings', '5,5,3,4,4,4', '--profile', file]);
  await rm(folder, { recursive: true });

  expect([exit, stderr]).toEqual([2, expect.stringMatching(/^--profile: .*title stands twice\.\n$/)]);
});

test.each([
  'jane\nroot',
  'jane\r',
  'jane\u2028x',
  '\u200B\u2060',
  ' ',
  'x'.repeat(321),
  '\u001b[31mjane',
  '\u202Ejane',
])('a person is one line of visible text, at most 320 characters: %j is none', async (by) => {
  const call = { operation: 'clear-scorecard', input: { companyId: '1', by } };
  const answer = await answerCall(unreached, call);
  const typed = await runIcp(['clear', '1', '--by', by]);

  expect(answer).toMatchObject({ error: { code: 'invalid-input', field: 'by' } });
  expect([typed.exit, typed.stderr]).toEqual([
    2,
    expect.stringMatching(/^--by: say who does it in one line/),
  ]);
});

test('fields that every object has are refused by name and change no object', async () => {
  const changes: unknown = JSON.parse('{"__proto__": {"seen": null, "value": 5}}');
  const call = { operation: 'save-scorecard', input: { companyId: '1', changes, by: 'jane' } };

  const answer = await answerCall(unreached, call);

  expect(answer).toMatchObject({ error: { code: 'invalid-input', field: 'changes' } });
  expect(JSON.stringify(answer)).toContain('__proto__ is no field');
  expect({}).not.toHaveProperty('value');
});

test('a token goes over http only within this computer', () => {
  const settings = (baseUrl: string) => () =>
    terminalSettings({ HUBSPOT_ACCESS_TOKEN: 'pat-x', HUBSPOT_BASE_URL: baseUrl });

  for (const open of [
    'http://api.hubapi.com',
    'http://127.0.0.1.example.com',
    'http://10.0.0.1:80',
    'http://[::2]',
  ])
    expect(settings(open)).toThrow(/^HUBSPOT_BASE_URL must begin with https/);
  for (const good of [
    'https://api.hubapi.com',
    'http://localhost:1',
    'http://127.0.0.1:4401',
    'http://[::1]:80',
  ])
    expect(settings(good)).not.toThrow();
});

test.each(['0x50', '80.0', ' 80', '', '65536', '1e3'])('a port typed as "%s" is refused', (typed) => {
  const before = process.env['PORT'];
  process.env['PORT'] = typed;
  try {
    expect(workbenchSettings).toThrow(/^PORT must be/);
  } finally {
    if (before === undefined) delete process.env['PORT'];
    else process.env['PORT'] = before;
  }
});
