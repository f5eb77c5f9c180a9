import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { DEFAULT_SEED } from '../../../sandbox/demo/plan-demo-portal.ts';
import { parseStartOptions } from '../../../sandbox/demo/start-options.ts';
import { runStart } from './run-start.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const PRIVATE = { edition: 'private', isConnected: false };

test('without options the demo is the usual one, of the private edition, and nothing is kept', () => {
  expect(parseStartOptions([])).toEqual({ seed: DEFAULT_SEED, dataFile: undefined, ...PRIVATE });
});

test('seed and file are taken in either spelling', () => {
  const wanted = { seed: 12, dataFile: 'portal.json', ...PRIVATE };

  expect(parseStartOptions(['--seed', '12', '--data', 'portal.json'])).toEqual(wanted);
  expect(parseStartOptions(['--data=portal.json', '--seed=12'])).toEqual(wanted);
});

test('the OAuth edition begins without a connection, or with one', () => {
  const parsed = [
    ['--edition', 'oauth'],
    ['--edition=oauth', '--connected', '--seed', '7'],
  ].map(parseStartOptions);

  expect(parsed).toMatchObject([
    { edition: 'oauth', isConnected: false },
    { edition: 'oauth', isConnected: true, seed: 7 },
  ]);
});

test.each([
  [['--edition', 'Oauth'], /private or oauth: there is no edition "Oauth"/],
  [['--edition'], /--edition needs a value/],
  [['--connected'], /--connected belongs to --edition oauth/],
  [['--edition', 'oauth', '--connected=yes'], /--connected takes no value/],
  [['--sed', '1'], /--sed is no option/],
  [['-s'], /-s is no option/],
  [['portal.json'], /"portal.json" belongs to no option/],
  [['--seed'], /--seed needs a value/],
  [['--data', '--seed', '1'], /--data needs a value/],
  [['--data='], /--data needs the name of a file/],
  [['--seed', '1.5'], /whole number from 0/],
  [['--seed=-1'], /whole number from 0/],
  [['--seed', '4294967296'], /whole number from 0/],
])('%j is refused in one sentence', (args, sentence) => {
  expect(() => parseStartOptions(args)).toThrow(sentence);
});

test('an unknown option ends the start with exit code 2 and one line', async () => {
  const { code, printed } = await runStart(['--port', '1']).ended;

  expect(code).toBe(2);
  expect(printed.trim().split('\n')).toEqual([expect.stringContaining('--port is no option')]);
});

test.each([
  ['half of a file', '{"version":1,"nextIds":{'],
  ['another file', '{"name":"somebody\'s package","version":"1.0.0"}'],
  ['an empty file', ''],
  ['a portal of a later version', '{"version":99}'],
])('%s is refused in one line with exit code 2, and stays as it is', async (_, text) => {
  const file = join(folder, 'foreign.json');
  writeFileSync(file, text);

  const { code, printed } = await runStart(['--data', file]).ended;

  expect(code).toBe(2);
  expect(printed.trim().split('\n')).toEqual([expect.stringContaining('The file was left as it is.')]);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('a folder that does not exist is refused before anything is built', async () => {
  const { code, printed } = await runStart(['--data', join(folder, 'nowhere', 'portal.json')]).ended;

  expect(code).toBe(2);
  expect(printed).toContain('cannot be written');
  expect(readdirSync(folder)).not.toContain('nowhere');
});

test('a start that is ended before it is ready leaves no lock', async () => {
  const alone = mkdtempSync(join(tmpdir(), 'portal-'));
  const run = runStart(['--data', join(alone, 'portal.json')]);
  while (readdirSync(alone).join() !== 'portal.json.lock') await sleep(20);

  const { code } = await run.stop('SIGINT');

  expect(code).toBe(130);
  expect(readdirSync(alone)).toEqual([]);
  rmSync(alone, { recursive: true });
});
