import { BEHAVIOURS } from '../../../src/sandbox/crm/behaviours.ts';
import { DEFAULT_SWITCHES } from '../../../src/sandbox/crm/switches.ts';
import { EDGE_SWITCHES } from './edge-switches.ts';
import { LINK_SWITCHES } from './link-switches.ts';
import { withSandbox } from './open-sandbox.ts';
import { COMPANIES, colours, PROPERTIES, RECORD_SWITCHES } from './record-switches.ts';
import { RECORD_AREA_SWITCHES } from './records/record-area-switches.ts';

const SHOWN = [...RECORD_SWITCHES, ...LINK_SWITCHES, ...RECORD_AREA_SWITCHES];

test('every guess has exactly one switch and every switch one guess', () => {
  const flags = BEHAVIOURS.flatMap((behaviour) => (behaviour.tag === 'guessed' ? [behaviour.flag] : []));

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

test('every switch is shown at both settings', () => {
  const shown = [...SHOWN.map(([name]) => name), ...EDGE_SWITCHES.map(([name]) => name)];

  expect(shown.toSorted()).toEqual(Object.keys(DEFAULT_SWITCHES).toSorted());
});
