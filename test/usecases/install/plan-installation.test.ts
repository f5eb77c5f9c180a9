import fc from 'fast-check';

import { companyProperties, dealProperties } from '../../../src/crm/properties.ts';
import type { ExistingProperty } from '../../../src/crm/property-definitions.ts';
import { PARTNER_TYPES } from '../../../src/icp/partner-types.ts';
import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import { runsOf } from '../../../src/usecases/install/step.ts';
import { planInstallation } from '../../../src/usecases/install/plan-installation.ts';
import type { PortalState } from '../../../src/usecases/install/read-portal.ts';

const KNOWN = { profiles: SHIPPED_PROFILES, defaultType: 'technology' } as const;
const EMPTY: PortalState = {
  properties: { companies: [], deals: [] },
  room: { companies: { limit: 1_000, used: 0 }, deals: { limit: 1_000, used: 0 } },
  archived: [],
  account: null,
  setup: {
    pipelineRoom: { limit: 15, used: 1 },
    pipelines: [{ id: 'default', label: 'Sales Pipeline', stages: [] }],
    labels: { items: [] },
    lists: { items: [] },
    home: { there: null, isDeleted: false, room: { limit: 10, used: 0 } },
  },
};
const VERSIONS = PARTNER_TYPES.map(({ key }) => `${key}@0`);
const CHOICE = { types: [], edition: 'private', owner: 'private', pipeline: null, extent: 'portal' } as const;
const REQUEST = { ...CHOICE, versions: VERSIONS };
const AT = new Date('2026-09-01T09:00:00Z');

function plan(found: PortalState, types = PARTNER_TYPES.map(({ key }) => key)) {
  return planInstallation(found, { ...REQUEST, types }, KNOWN, AT);
}

const existing: readonly ExistingProperty[] = companyProperties(SHIPPED_PROFILES).map((definition) => ({
  ...definition,
  createdAt: '2026-08-01T09:00:00Z',
  options: [...(definition.options ?? [])].map((option) => ({ ...option })),
}));

test('the record is the first thing after the group that holds it', () => {
  expect(
    plan(EMPTY)
      .steps.slice(0, 2)
      .map(({ kind, name }) => [kind, name]),
  ).toEqual([
    ['group', 'companies: group Partner ICP'],
    ['record', 'ipp_installation_record'],
  ]);
});

test('all partner types take twenty-three calls that write: two groups, two batches, pipeline, three labels, fourteen lists, an object', () => {
  expect(runsOf(plan(EMPTY).steps)).toHaveLength(23);
});

test('whichever properties are there, exactly the others are created', () => {
  fc.assert(
    fc.property(fc.subarray([...existing]), (companies) => {
      const { steps } = plan({ ...EMPTY, properties: { companies, deals: [] } });
      const names = (action: string) =>
        steps.filter((step) => step.kind === 'property' && step.action === action).map(({ name }) => name);

      expect(names('keep').sort()).toEqual(companies.map(({ name }) => name).sort());
      expect(names('create')).toHaveLength(
        existing.length - companies.length + dealProperties(SHIPPED_PROFILES).length,
      );
    }),
  );
});

test('whichever options were lost, they are added behind those that are there', () => {
  const lane = existing.find(({ name }) => name === 'ipp_lane');
  if (lane === undefined) throw new Error('there is no lane');
  fc.assert(
    fc.property(fc.subarray(lane.options), (options) => {
      const { steps } = plan({ ...EMPTY, properties: { companies: [{ ...lane, options }], deals: [] } });
      const work = steps.find(({ name }) => name === 'ipp_lane')?.work;

      if (options.length === lane.options.length) expect(work).toBeNull();
      else {
        const missing = lane.options.filter((option) => !options.includes(option));
        expect(work).toMatchObject({ call: 'change', change: { options: [...options, ...missing] } });
      }
    }),
  );
});

test('whatever the limits, a plan either fits or is refused with the figures', () => {
  // and the one that holds the record of the installation
  const needed = companyProperties(SHIPPED_PROFILES).length + 1;
  fc.assert(
    fc.property(fc.nat(1_000), fc.nat(1_000), (limit, used) => {
      const room = { companies: { limit, used } };

      if (used + needed <= limit) expect(plan({ ...EMPTY, room }).room).toEqual(room);
      else
        expect(() => plan({ ...EMPTY, room })).toThrow(
          `may have ${limit.toLocaleString('en')} custom properties on companies and has ${used.toLocaleString('en')}`,
        );
    }),
  );
});

test('the same portal and request make the same plan, in whatever order types are named', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(
        PARTNER_TYPES.map(({ key }) => key),
        { minLength: 1 },
      ),
      (types) => {
        expect(plan(EMPTY, types)).toEqual(plan(EMPTY, [...types].sort()));
      },
    ),
  );
});
