import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tag } from '../../../sandbox/hubspot/behaviours/behaviour.ts';
import { BEHAVIOURS } from '../../../sandbox/hubspot/behaviours.ts';
import { DEFAULT_SWITCHES } from '../../../sandbox/hubspot/switches.ts';
import { INTEGRATION_SWITCHES } from './integration-switches.ts';
import { LINK_SWITCHES } from './associations/link-switches.ts';
import { withSandbox } from './open-sandbox.ts';
import { COMPANIES, colours, PROPERTIES, RECORD_SWITCHES } from './objects/record-switches.ts';
import { RECORD_AREA_SWITCHES } from './objects/record-area-switches.ts';

const SHOWN = [...RECORD_SWITCHES, ...LINK_SWITCHES, ...RECORD_AREA_SWITCHES];

test('every guess has a switch, and every switch is of exactly one behaviour', () => {
  const flags = BEHAVIOURS.flatMap(({ flag }) => flag ?? []);

  expect(BEHAVIOURS.filter(({ tag, flag }) => tag === 'guessed' && flag === undefined)).toEqual([]);
  expect(flags.toSorted()).toEqual(Object.keys(DEFAULT_SWITCHES).toSorted());
});

test('every behaviour has a source, and none is listed twice', () => {
  expect(BEHAVIOURS.filter(({ source }) => source.trim() === '')).toEqual([]);
  expect(new Set(BEHAVIOURS.map(({ what }) => what)).size).toBe(BEHAVIOURS.length);
});

const settings = SHOWN.flatMap(([name, show, expected]) =>
  expected.map(([setting, answer]) => ({ name, setting, show, answer })),
);

test.each(settings)('the switch $name does what it says at $setting', ({ name, setting, show, answer }) =>
  withSandbox(
    async ({ call, crm }) => {
      await call('POST', PROPERTIES, colours);
      await call('POST', COMPANIES, { properties: { city: 'Graz', colours: 'red;blue' } });

      expect(await show(call, crm)).toMatchObject(answer);
    },
    { [name]: setting },
  ),
);

const shownSettings = [
  ...SHOWN.map(([name, , expected]) => ({ name, settings: settingsOf(expected) })),
  ...INTEGRATION_SWITCHES.map(([name, , , expected]) => ({ name, settings: settingsOf(expected) })),
];

function settingsOf(expected: readonly (readonly [unknown, unknown])[]): readonly unknown[] {
  return expected.map(([setting]) => setting);
}

test('every switch is shown at two settings, one of which is the default', () => {
  expect(shownSettings.map(({ name }) => name).toSorted()).toEqual(Object.keys(DEFAULT_SWITCHES).toSorted());
  for (const { name, settings: two } of shownSettings) {
    expect({ name, settings: new Set(two).size, of: two.length }).toEqual({ name, settings: 2, of: 2 });
    expect(two).toContain(DEFAULT_SWITCHES[name]);
  }
});

const SENTENCES: Readonly<Record<Tag, RegExp>> = {
  recorded: /(\d+) were recorded on live accounts by others/,
  documented: /(\d+) are documented/,
  'client-typed': /(\d+) follow from the types of the official client/,
  guessed: /(\d+) are guessed/,
};

test('docs/live.md says how many behaviours there are of each kind', async () => {
  const live = await readFile(join(__dirname, '..', '..', '..', 'docs', 'live.md'), 'utf8');

  const said = Object.entries(SENTENCES).map(([tag, sentence]) => [tag, Number(sentence.exec(live)?.[1])]);
  const counted = Object.keys(SENTENCES).map((each) => [
    each,
    BEHAVIOURS.filter(({ tag }) => tag === each).length,
  ]);
  expect(said).toEqual(counted);
  expect(live).toContain(`lists ${BEHAVIOURS.length} behaviours`);
});
