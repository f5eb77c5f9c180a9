import fc from 'fast-check';

import { type Facts, NO_FACTS } from '../../src/icp/facts.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { type LastChanges, agingFields, lookAgain, recheckDue, rechecks } from '../../src/icp/recheck.ts';
import { DEFAULT_SETTINGS } from '../../src/icp/settings.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { TODAY, anyScorecard } from './arbitraries.ts';

const DAYS = DEFAULT_SETTINGS.evidenceDays;
const on = (day: string) => ({ at: `${day}T12:00:00Z`, on: day });
const rated: Scorecard = { ...EMPTY_SCORECARD, ratings: { customer_overlap: 4 } };
const withFacts = (facts: Partial<Facts>): Scorecard => ({ ...rated, facts: { ...NO_FACTS, ...facts } });
const cleared: Scorecard = {
  ...EMPTY_SCORECARD,
  checks: { 'enthusiastic-contact': { state: 'clear', note: '' } },
};
const dueOf = (scorecard: Scorecard, changes: LastChanges = {}, profile: Profile = technology) =>
  recheckDue(rechecks(scorecard, profile, changes, DAYS));
const reseller = SHIPPED_PROFILES.find(({ type }) => type === 'reseller') ?? technology;

test.each<[string, Scorecard, LastChanges, string | null]>([
  ['a count of overlap', withFacts({ overlapAsOf: '2025-05-20' }), {}, '2026-05-20'],
  ['a rating of overlap', rated, { customer_overlap: on('2025-05-20') }, '2026-05-20'],
  [
    'evidence of overlap that is newer than its rating',
    rated,
    { customer_overlap: on('2025-05-20'), customer_overlap_evidence: on('2025-06-20') },
    '2026-06-20',
  ],
  [
    'a count that is older than the rating',
    withFacts({ overlapAsOf: '2025-05-20' }),
    { customer_overlap: on('2025-09-01') },
    '2026-05-20',
  ],
  ['an inspection', withFacts({ artifactsCheckedAt: '2026-01-01' }), {}, '2026-06-30'],
  ['a clear mandate', cleared, { check_enthusiastic_contact: on('2026-01-01') }, '2026-04-01'],
  [
    'a clear mandate with a newer note',
    cleared,
    { check_enthusiastic_contact: on('2026-01-01'), check_enthusiastic_contact_note: on('2026-02-01') },
    '2026-05-02',
  ],
  ['a rating of which no change is known', rated, {}, null],
  ['a count without a rating', { ...withFacts({ overlapAsOf: '2025-05-20' }), ratings: {} }, {}, null],
  ['a mandate that is open', rated, { check_enthusiastic_contact: on('2026-01-01') }, null],
  ['a leap day', withFacts({ overlapAsOf: '2024-02-29' }), {}, '2025-02-28'],
])('%s is looked at again', (_, scorecard, changes, due) => {
  expect(dueOf(scorecard, changes)).toBe(due);
});

test('the earliest day counts', () => {
  const scorecard = {
    ...withFacts({ overlapAsOf: '2025-05-20', artifactsCheckedAt: '2026-01-01' }),
    checks: cleared.checks,
  };

  expect(dueOf(scorecard, { check_enthusiastic_contact: on('2026-01-01') })).toBe('2026-04-01');
});

test('a reseller has neither overlap nor artifacts to look at again, whatever is left over from another type', () => {
  const left = { ...withFacts({ overlapAsOf: '2025-05-20', artifactsCheckedAt: '2025-05-20' }), checks: {} };
  const changes = { customer_overlap: on('2025-05-20'), check_enthusiastic_contact: on('2026-01-01') };

  expect(dueOf(left, changes, reseller)).toBeNull();
  expect(dueOf({ ...left, checks: cleared.checks }, changes, reseller)).toBe('2026-04-01');
});

test('once its day has passed the row and the check say how old it is, and not before', () => {
  const old = withFacts({ overlapAsOf: '2025-05-20', artifactsCheckedAt: '2025-12-31' });
  const all = rechecks(old, technology, {}, DAYS);

  expect(lookAgain(all, '2026-05-20')).toEqual({});
  expect(lookAgain(all, '2026-05-21')).toEqual({
    customer_overlap: 'Counted on 20 May 2025, over 365 days ago.',
  });
  expect(lookAgain(all, '2026-06-30')).toEqual({
    customer_overlap: 'Counted on 20 May 2025, over 365 days ago.',
    technical_readiness: 'Inspected on 31 December 2025, over 180 days ago.',
    'dead-api': 'Inspected on 31 December 2025, over 180 days ago.',
  });
});

test('days far away are no trouble', () => {
  expect(dueOf(withFacts({ overlapAsOf: '9999-12-31' }))).toBeNull();
  expect(lookAgain(rechecks(withFacts({ overlapAsOf: '9999-12-31' }), technology, {}, DAYS), TODAY)).toEqual(
    {},
  );
});

const anyDay = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('something is looked at again exactly when the earliest day has passed, and the verdict stays', () => {
  const fields = agingFields(technology);
  fc.assert(
    fc.property(
      anyScorecard(technology),
      fc.dictionary(fc.constantFrom(...fields), anyDay.map(on)),
      anyDay,
      (scorecard, changes, asOf) => {
        const all = rechecks(scorecard, technology, changes, DAYS);
        const due = recheckDue(all);
        const again = Object.keys(lookAgain(all, asOf));
        const asked = [...technology.dimensions, ...technology.checks].map(({ key }) => key);

        expect(again.length > 0).toBe(due !== null && due < asOf);
        expect(asked).toEqual(expect.arrayContaining(again));
        const undone = { ...scorecard, facts: NO_FACTS };
        expect(verdict(scorecard, technology, asOf)).toEqual(verdict(undone, technology, asOf));
      },
    ),
  );
});

test('what changes later is never looked at again earlier', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      const [earlier = '', later = ''] = [one, other].sort();
      const due = (day: string) => dueOf(rated, { customer_overlap: on(day) }) ?? '';

      expect(due(later) >= due(earlier)).toBe(true);
    }),
  );
});
