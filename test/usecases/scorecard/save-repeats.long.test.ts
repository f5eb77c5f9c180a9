import fc from 'fast-check';

import { type Field, fieldsOf } from '../../../src/icp/fields.ts';
import { technology } from '../../../src/icp/profiles/technology.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { type RequestedChanges } from '../../../src/usecases/scorecard/conflicts.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { anyValueOf } from '../../crm/scorecards.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { jane, omar, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

/** Wanted values for some fields. The type stays: changing it is refused. */
const anyWishes = fc
  .subarray(
    fieldsOf(technology).filter(({ kind }) => kind !== 'type'),
    { minLength: 1, maxLength: 6 },
  )
  .chain((fields) =>
    fc
      .tuple(...fields.map(anyValueOf))
      .map((values) => fields.map((field, index) => ({ field, value: values[index] ?? null }))),
  );

type Wishes = { field: Field; value: unknown }[];

async function changesFor(companyId: string, wishes: Wishes): Promise<RequestedChanges> {
  const { scorecard } = await loadScorecard(portal.context, { companyId });
  return Object.fromEntries(
    wishes.map(({ field, value }) => [field.name, { seen: field.get(scorecard), value }]),
  );
}

async function everyHistory(companyId: string): Promise<unknown> {
  const names = fieldsOf(technology).map(({ name }) => `ipp_${name}`);
  const own = [
    'ipp_lane',
    'ipp_total',
    'ipp_scored_by',
    'ipp_scored_at',
    'ipp_previous_lane',
    'ipp_review_due',
  ];
  const query = { propertiesWithHistory: [...names, ...own].join(',') };
  const path = `/crm/objects/2026-09/companies/${companyId}`;
  return portal.outside.send({ method: 'GET', path, query });
}

test('whatever is saved, saving it again is one call and leaves no trace, whoever repeats it', async () => {
  const companyId = await scoredCompany(portal);
  await fc.assert(
    fc.asyncProperty(anyWishes, async (wishes) => {
      const changes = await changesFor(companyId, wishes);
      const first = await saveScorecard(portal.context, { companyId, changes, by: jane });
      const before = await everyHistory(companyId);

      const calls = await portal.callsDuring(async () => {
        const again = await saveScorecard(portal.context, { companyId, changes, by: omar });
        expect(again.verdict).toEqual(first.verdict);
        expect(again.conflicts).toEqual([]);
      });

      expect(calls).toHaveLength(1);
      expect(await everyHistory(companyId)).toEqual(before);
    }),
    { numRuns: 20 },
  );
});

test('whatever is saved is what the next load shows, and nothing else has changed', async () => {
  const companyId = await scoredCompany(portal);
  await fc.assert(
    fc.asyncProperty(anyWishes, async (wishes) => {
      const before = await loadScorecard(portal.context, { companyId });
      const changes = await changesFor(companyId, wishes);

      await saveScorecard(portal.context, { companyId, changes, by: jane });

      const { scorecard, drift } = await loadScorecard(portal.context, { companyId });
      const wanted = new Map(wishes.map(({ field, value }) => [field.name, value]));
      expect(drift).toEqual([]);
      for (const { name, get } of fieldsOf(technology))
        expect(get(scorecard)).toEqual(wanted.has(name) ? wanted.get(name) : get(before.scorecard));
    }),
    { numRuns: 20 },
  );
});

test('over 50 random saves the lane’s history has one entry per real change, and the trail goes along', async () => {
  const companyId = await scoredCompany(portal);
  const lanes = ['deep'];
  const wishes = fc.sample(anyWishes, { numRuns: 50, seed: 4711 });

  for (const wish of wishes) {
    const changes = await changesFor(companyId, wish);
    const { verdict, trail } = await saveScorecard(portal.context, { companyId, changes, by: jane });
    const lane = verdict?.lane ?? '';
    if (lane !== lanes[0]) lanes.unshift(lane);
    expect(trail.previousLane).toBe(lanes[1] ?? null);
  }

  expect(await portal.valuesOf(companyId, 'ipp_lane')).toEqual(lanes);
  expect(await portal.valuesOf(companyId, 'ipp_lane_changed_at')).toHaveLength(lanes.length);
  expect(lanes.length).toBeGreaterThan(5);
});
