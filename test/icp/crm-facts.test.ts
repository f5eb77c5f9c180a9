import { type CrmFacts, changesWithCounts, factsWithCounts } from '../../src/icp/crm-facts.ts';
import { NO_FACTS } from '../../src/icp/facts.ts';
import { reseller } from '../../src/icp/profiles/reseller.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import type { Profile } from '../../src/icp/profile.ts';
import type { LastChanges } from '../../src/icp/recheck.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { suspicions } from '../../src/icp/suspicions.ts';

const TODAY = '2026-11-27';
const at = (day: string, time = '12:00:00Z') => ({ at: `${day}T${time}`, on: day });
const NOTHING_COUNTED: CrmFacts = {
  ...{ at: `${TODAY}T10:00:00Z`, on: TODAY },
  ...{ sharedCustomers: null, companiesAsking: null, contacts: null },
};
const tally = (count: number, isAtLeast = false) => ({ count, isAtLeast });
const askedBy = (count: number, day = '2026-11-01', isAtLeast = false) => ({
  ...tally(count, isAtLeast),
  ...{ newestAt: `${day}T09:00:00Z`, newestOn: day },
});
const people = (count: number, sponsors: number) => ({ ...tally(count), sponsors });

function found(
  counted: Partial<CrmFacts>,
  scorecard: Scorecard,
  changes: LastChanges = {},
  profile: Profile = technology,
) {
  const counts = { ...NOTHING_COUNTED, ...counted };
  const facts = factsWithCounts(scorecard.facts, counts);
  return suspicions(scorecard, profile, facts, changesWithCounts(changes, counts), TODAY);
}

/** Overlap of 3, which one company alone does not carry. */
const hopeful: Scorecard = { ...EMPTY_SCORECARD, ratings: { customer_overlap: 3 } };
const withTyped = (companiesAsking: number, sharedCustomers: number): Scorecard => ({
  ...hopeful,
  facts: { ...NO_FACTS, companiesAsking, sharedCustomers },
});
const cleared = (check: string, scorecard = hopeful): Scorecard => ({
  ...scorecard,
  checks: { [check]: { state: 'clear', note: 'Looked at it' } },
});

test('counted demand stands in place of the typed one, either way', () => {
  const one = { companiesAsking: askedBy(1), sharedCustomers: tally(0) };
  const many = { companiesAsking: askedBy(4), sharedCustomers: tally(0) };

  expect(found(one, withTyped(4, 37))).toMatchObject([{ check: 'single-prospect-request' }]);
  expect(found(many, withTyped(1, 0))).toEqual([]);
});

test('a fact that could not be counted leaves the typed one', () => {
  expect(found({}, withTyped(1, 0))).toMatchObject([{ check: 'single-prospect-request' }]);
  expect(found({ sharedCustomers: tally(9) }, withTyped(1, 0))).toEqual([]);
});

test('"at least one company" is no single prospect, and "at least five" shared customers are enough', () => {
  expect(found({ companiesAsking: askedBy(1, TODAY, true), sharedCustomers: tally(0) }, hopeful)).toEqual([]);
  expect(found({ companiesAsking: askedBy(1), sharedCustomers: tally(5, true) }, hopeful)).toEqual([]);
});

test('a request that is newer than the clear check asks to look again, an older one does not', () => {
  const changes = { check_single_prospect_request: at('2026-06-01'), customer_overlap: at('2026-05-01') };
  const kinds = (day: string) =>
    found({ companiesAsking: askedBy(1, day) }, cleared('single-prospect-request'), changes).map(
      ({ kind }) => kind,
    );

  expect(kinds('2026-06-02')).toEqual(['look-again']);
  expect(kinds('2026-05-31')).toEqual([]);
});

test('a number that is typed anew is not newer than a check where the count stands in its place', () => {
  const changes = { check_single_prospect_request: at('2026-06-01'), companies_asking: at('2026-11-20') };

  expect(
    found({ companiesAsking: askedBy(1, '2026-05-01') }, cleared('single-prospect-request'), changes),
  ).toEqual([]);
});

describe('contacts', () => {
  const check = 'enthusiastic-contact';
  const key = 'check_enthusiastic_contact';
  const lonely = { contacts: people(1, 0) };

  test.each([
    ['one contact without a sponsor', people(1, 0), true],
    ['one contact who is the sponsor', people(1, 1), false],
    ['three contacts without a sponsor', people(3, 0), false],
    ['no contact', people(0, 0), false],
    ['contacts that are not known', null, false],
  ])('%s', (_what, contacts, isSuspected) => {
    expect(found({ contacts }, EMPTY_SCORECARD).map((one) => one.check)).toEqual(isSuspected ? [check] : []);
  });

  test.each([technology, reseller])(
    'no sponsor now and a clear check asks for a look, under $type',
    (profile) => {
      const changes = { [key]: at('2026-06-01') };

      expect(found(lonely, cleared(check, EMPTY_SCORECARD), changes, profile)).toEqual([
        {
          ...{ check, kind: 'look-again' },
          reason:
            'One contact is known, and no executive sponsor. No sponsor now, and the check of 1 June 2026 is clear.',
        },
      ]);
    },
  );

  test('a check that was noted again today is silent, before the count and after it', () => {
    for (const time of ['00:10:00Z', '23:50:00Z'])
      expect(
        found(lonely, cleared(check, EMPTY_SCORECARD), {
          ...{ [key]: at('2026-06-01'), [`${key}_note`]: at(TODAY, time) },
        }),
      ).toEqual([]);
  });

  test('a flagged check is left alone', () => {
    const flagged: Scorecard = { ...EMPTY_SCORECARD, checks: { [check]: { state: 'flagged', note: '' } } };

    expect(found(lonely, flagged, { [key]: at('2026-06-01') })).toEqual([]);
  });
});

test('counting changes neither checks nor what a person typed', () => {
  const scorecard = withTyped(1, 2);
  const before = structuredClone(scorecard);

  found({ companiesAsking: askedBy(9), contacts: people(1, 0) }, scorecard);

  expect(scorecard).toEqual(before);
});
