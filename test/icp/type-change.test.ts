import fc from 'fast-check';

import { fieldsOfAll, sameValue } from '../../src/icp/fields.ts';
import { managedServiceProvider } from '../../src/icp/profiles/managed-service-provider.ts';
import { reseller } from '../../src/icp/profiles/reseller.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { setBy, stillToConfirm, textsOfOtherTypes, typeChange } from '../../src/icp/type-change.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { TODAY, anyCase } from './arbitraries.ts';

/** The scorecard under another type, as a person agrees to it. */
function changed(scorecard: Scorecard): Scorecard {
  const set = setBy(typeChange(scorecard));
  return fieldsOfAll([reseller]).reduce((after, field) => {
    const value = set.get(field.name);
    return value === undefined ? after : field.set(after, value);
  }, scorecard);
}

const allClear = Object.fromEntries(
  reseller.checks.map(({ key }) => [key, { state: 'clear', note: '40 units sold' }] as const),
);

test('a cleared reseller is no cleared managed service provider by three ratings', () => {
  const ratings = Object.fromEntries(reseller.dimensions.map(({ key }) => [key, 5 as const]));
  const cleared = { ...EMPTY_SCORECARD, type: 'reseller', ratings, checks: allClear } as const;
  const evidence = Object.fromEntries(Object.keys(ratings).map((key) => [key, 'seen']));
  expect(verdict({ ...cleared, evidence }, reseller, TODAY).clearance).toBe('cleared');

  const after = changed({ ...cleared, evidence });
  const rated = {
    ...after,
    ratings: { ...after.ratings, ...ratings },
    type: 'managed-service-provider',
  } as const;

  expect(verdict(rated, managedServiceProvider, TODAY).clearance).toBe('pending');
  const checked = { ...rated, checks: allClear };
  expect(verdict(checked, managedServiceProvider, TODAY).clearance).toBe('pending');
  expect(verdict({ ...checked, toConfirm: [] }, managedServiceProvider, TODAY).clearance).toBe('cleared');
});

test('three ratings go, people wait, clear checks of every type open, and no text is touched', () => {
  const before: Scorecard = {
    ...EMPTY_SCORECARD,
    ratings: { people: 4, company_alignment: 3, role_criteria: 5, market_access: 2, strategic_fit: 4 },
    evidence: { role_criteria: 'Two demos' },
    checks: {
      'dead-api': { state: 'clear', note: 'opened' },
      'vanity-logo': { state: 'flagged', note: 'no use' },
      'enthusiastic-contact': { state: 'open', note: '' },
    },
  };

  expect(Object.fromEntries(setBy(typeChange(before)))).toEqual({
    role_criteria: null,
    to_confirm: ['people'],
    check_dead_api: 'open',
  });
});

test('it names what it only looked at too, so that somebody else changing it holds the change', () => {
  const names = Object.keys(typeChange({ ...EMPTY_SCORECARD, checks: allClear }));

  expect(names).toEqual([
    ...['role_criteria', 'compatibility', 'collaboration_support', 'people', 'to_confirm'],
    ...['check_vanity_logo', 'check_competitor_in_disguise', 'check_enthusiastic_contact'],
  ]);
});

test('a second change in a row does nothing more, and none clears a check', () => {
  fc.assert(
    fc.property(anyCase(), ({ scorecard }) => {
      const change = typeChange(scorecard);
      for (const [name, value] of setBy(change)) {
        expect(sameValue(value, change[name]?.seen ?? null)).toBe(false);
        expect(value).not.toBe('clear');
      }
      const once = changed({ ...scorecard, checks: {} });
      expect([...setBy(typeChange(once))]).toEqual([]);
    }),
  );
});

test('a new rating or new evidence confirms, another field does not', () => {
  const waiting = { toConfirm: ['people', 'market_access'] };
  const after = (saved: string) => stillToConfirm(waiting, (name) => name === saved);

  expect(after('people')).toEqual(['market_access']);
  expect(after('people_evidence')).toEqual(['market_access']);
  expect(after('role_criteria')).toEqual(waiting.toConfirm);
});

test('a text is of the type that the company had when it was last changed', () => {
  const at = (day: number) => `2026-11-0${day}T00:00:00Z`;
  const scorecard = {
    ...EMPTY_SCORECARD,
    evidence: { people: 'Met in May', market_access: 'new', compatibility: '\u200b' },
    checks: { 'vanity-logo': { state: 'open', note: '40 units' } },
  } as const;
  const history = {
    partner_type: [
      { value: 'managed-service-provider', timestamp: at(5) },
      { value: 'reseller', timestamp: at(1) },
    ],
    people_evidence: [{ value: 'Met in May', timestamp: at(2) }],
    market_access_evidence: [{ value: 'new', timestamp: at(5) }],
    compatibility_evidence: [{ value: '\u200b', timestamp: at(2) }],
    check_vanity_logo_note: [{ value: '40 units', timestamp: at(4) }],
  };

  const profileVersion = 'managed-service-provider@0';
  expect(textsOfOtherTypes({ scorecard, profile: managedServiceProvider, profileVersion }, history)).toEqual({
    people_evidence: 'reseller',
    check_vanity_logo_note: 'reseller',
  });
});
