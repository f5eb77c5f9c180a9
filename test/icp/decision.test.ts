import fc from 'fast-check';
import {
  DECISIONS,
  type WantedDecision,
  decisionBasis,
  decisionFault,
  isAgainstChecks,
  parseDecision,
} from '../../src/icp/decision.ts';
import { profileName } from '../../src/icp/profile.ts';
import { isQuarter, quarterOf, quartersFrom } from '../../src/icp/quarter.ts';
import { holderNames, isFull, slotsText } from '../../src/icp/slots.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { TODAY, anyCase } from './arbitraries.ts';

const sent = { decision: 'wait', quarter: '2027-Q1', reason: '', askAgainOn: null };
const goDeep: WantedDecision = { decision: 'go-deep', quarter: '2027-Q1', reason: '', askAgainOn: null };
const free = { today: '2026-11-22', isFull: false, holders: '' };

test('a decision is read as it was sent, with a reason that says something', () => {
  expect(parseDecision({ ...sent, reason: '  In May \n', askAgainOn: '2027-05-01' })).toEqual({
    ...{ decision: 'wait', quarter: '2027-Q1', reason: 'In May', askAgainOn: '2027-05-01' },
  });
  expect(parseDecision({ ...sent, reason: ' \u200b\t', askAgainOn: '' })).toMatchObject({
    reason: '',
    askAgainOn: null,
  });
});

test('whatever is sent is a decision or a fault that names its field', () => {
  const anyField = fc.oneof(
    fc.anything(),
    fc.constantFrom('2027-Q1', '2027-Q5', '2027-02-30', '2099-01-01', ...DECISIONS.map(({ key }) => key)),
  );
  fc.assert(
    fc.property(anyField, anyField, anyField, anyField, (decision, quarter, reason, askAgainOn) => {
      const read = parseDecision({ decision, quarter, reason, askAgainOn });

      if ('message' in read) expect(read.message).toMatch(/\.$/);
      else expect(parseDecision({ ...read })).toEqual(read);
    }),
  );
});

test('only a partner to wait for or to decline is asked again', () => {
  const kinds = DECISIONS.filter(
    ({ key }) => !('message' in parseDecision({ ...sent, decision: key, askAgainOn: '2099-01-01' })),
  );

  expect(kinds.map(({ key }) => key)).toEqual(['wait', 'decline']);
});

test('a partner is asked again after today', () => {
  const wait = { ...goDeep, decision: 'wait' as const };
  const faultOn = (askAgainOn: string) => decisionFault({ ...wait, askAgainOn }, { clearance: null }, free);

  expect(faultOn('2026-11-22')?.field).toBe('ask_again_on');
  expect(faultOn('2026-11-23')).toBeNull();
});

test('to go deep needs a reason over the slots or while not cleared, and no other decision does', () => {
  const full = { ...free, isFull: true, holders: 'Acme, Brio' };
  const faultOf = (wanted: WantedDecision, clearance: 'cleared' | 'pending' | null, slots = free) =>
    decisionFault(wanted, { clearance }, slots)?.message ?? null;

  expect(faultOf(goDeep, 'cleared')).toBeNull();
  expect(faultOf(goDeep, 'pending')).toMatch(/^this partner is not cleared\./);
  expect(faultOf(goDeep, null)).toMatch(/^this partner is not cleared\./);
  expect(faultOf(goDeep, 'cleared', full)).toMatch(/^the slots of 2027-Q1 are used by Acme, Brio\./);
  expect(faultOf(goDeep, 'pending', full)).toMatch(/used by Acme, Brio, and this partner is not cleared\./);
  expect(faultOf(goDeep, 'cleared', { ...full, holders: '' })).toMatch(/^2027-Q1 has no slots\./);
  expect(faultOf({ ...goDeep, reason: 'Yes' }, 'pending', full)).toBeNull();
  for (const decision of ['go-light', 'wait', 'decline'] as const)
    expect(faultOf({ ...goDeep, decision }, 'pending', full)).toBeNull();
});

test('a decision to go deep is against the checks exactly where its basis was not cleared', () => {
  fc.assert(
    fc.property(anyCase(), fc.option(fc.constant('2026-03-03')), ({ profile, scorecard }, on) => {
      const judged = verdict(scorecard, profile, TODAY);
      const basis = decisionBasis(judged, profileName(profile, on));

      expect(isAgainstChecks({ decision: 'go-deep', basis })).toBe(judged.clearance !== 'cleared');
      expect(isAgainstChecks({ decision: 'wait', basis })).toBe(false);
    }),
  );
});

test('the basis names points, lane, override, clearance and profile', () => {
  const judged = { low: 430, high: 430, lane: 'deep', clearance: 'cleared', override: null } as const;
  const override = { lane: 'deep', reason: '', by: '', until: '2027-03-31' } as const;

  expect(decisionBasis(judged, 'Profile of 3 March 2026 (v2)')).toBe(
    '430, Deep, Cleared, profile of 3 March 2026 (v2)',
  );
  expect(decisionBasis({ ...judged, low: 310, clearance: null, override }, 'Shipped profile')).toBe(
    '310 to 430, Deep by override until 31 March 2027, shipped profile',
  );
  expect(decisionBasis({ ...judged, lane: 'fast', clearance: 'not-required' }, 'Shipped profile')).toBe(
    '430, Fast lane, shipped profile',
  );
});

test('a quarter holds three months, and the next ones follow without a gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2000, max: 2100 }), (month, year) => {
      const day = `${year}-${String(month).padStart(2, '0')}-15`;
      const five = quartersFrom(day, 5);

      expect(five.every(isQuarter)).toBe(true);
      expect(five[0]).toBe(quarterOf(day));
      expect(five[4]).toBe(quarterOf(`${year + 1}${day.slice(4)}`));
      expect(new Set(five).size).toBe(5);
    }),
  );
  expect(quartersFrom('2026-11-27', 3)).toEqual(['2026-Q4', '2027-Q1', '2027-Q2']);
});

test('a partner that holds a slot takes no second one', () => {
  const holders = ['1', '2'].map((companyId) => ({ companyId, companyName: `Partner ${companyId}` }));

  expect(isFull(holders, 2, '3')).toBe(true);
  expect(isFull(holders, 2, '2')).toBe(false);
  expect(isFull([], 0, '1')).toBe(true);
});

test('slots are told with five names at most', () => {
  const holders = 'A B C D E F G'
    .split(' ')
    .map((companyName, index) => ({ companyId: `${index}`, companyName }));

  expect(slotsText([], 2)).toBe('0 of 2 used');
  expect(slotsText(holders.slice(0, 2), 2)).toBe('2 of 2 used: A, B');
  expect(holderNames(holders)).toBe('A, B, C, D, E and 2 more');
});
