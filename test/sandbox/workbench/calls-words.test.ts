import { callEntryIn, whoOf } from '../../../sandbox/workbench/pages/calls/call-entry.ts';
import {
  isAsked,
  parseCallFilter,
  type CallFilter,
} from '../../../sandbox/workbench/pages/calls/call-filter.ts';
import type { FaultState } from '../../../sandbox/workbench/pages/calls/fault-state.ts';
import { faultSentences } from '../../../sandbox/workbench/pages/calls/fault-text.ts';

const PORTAL = {
  owners: [{ id: '11', userId: 501, email: 'jane@example.com', firstName: 'Jane', lastName: 'Doe' }],
  callers: [{ sourceId: 'rules', kind: 'automation' as const, name: 'Automation' }],
};

test.each([
  ['userId:501', { kind: 'person', name: 'Jane Doe' }],
  ['userId:9', { kind: 'person', name: 'User 9' }],
  ['rules', { kind: 'automation', name: 'Automation' }],
  ['1234', { kind: 'app', name: 'App 1234' }],
  ['', { kind: 'unknown', name: 'No known token' }],
])('the source %j is %j', (actor, who) => {
  expect(whoOf(actor, PORTAL)).toEqual(who);
});

const REFUSED = callEntryIn({
  ...{ id: 7, at: '2026-09-01T12:00:00Z', method: 'PATCH', actor: '1234', status: 409, ms: 3 },
  path: '/crm/objects/2026-09/companies/1?properties=name%2Ccity',
  scopes: ['crm.objects.companies.write'],
});

test.each<[string, boolean]>([
  ['', true],
  ['who=app&status=failed', true],
  ['who=person', false],
  ['status=fault', false],
  ['q=PATCH+companies', true],
  ['q=name%2Ccity', true],
  ['q=companies.write', true],
  ['q=409', true],
  ['q=patch+deals', false],
  ['who=nobody&status=odd', true],
])('the filter %j asks for a refused PATCH of an app: %j', (query, asked) => {
  const filter = parseCallFilter(new URLSearchParams(query));

  expect(isAsked(filter, REFUSED, whoOf(REFUSED.actor, PORTAL))).toBe(asked);
});

test('a call that is under way has not failed, one left without an answer has', () => {
  const filter: CallFilter = { who: '', status: 'failed', words: '' };
  const lost = { id: 1, at: '2026-09-01T12:00:00Z', method: 'GET', path: '/', status: 0 };

  const failed = [lost, { ...lost, ms: 20 }].map((entry) =>
    isAsked(filter, callEntryIn(entry), whoOf('', PORTAL)),
  );

  expect(failed).toEqual([false, true]);
});

const QUIET: FaultState = {
  ...{ names: [], waiting: 0, random: undefined, clockSkewMs: 0, rates: undefined, usedToday: 0 },
};

test.each<[Partial<FaultState>, string]>([
  [{}, 'No fault waits for a call. Nothing fails at random. Limits are off.'],
  [{ waiting: 1 }, 'One fault waits for a call that fits.'],
  [
    { random: { percent: 5, seed: 7, from: ['locked', 'slow'] } },
    '5 of 100 calls meet a fault at random (seed 7): 423, the record is locked; answer 2 seconds late.',
  ],
  [{ clockSkewMs: -600_000 }, 'The account’s clock is 10 minutes behind.'],
  [
    { rates: { burst: 190, daily: 625_000, search: 5 }, usedToday: 1_200 },
    'Limits are on as for Professional: 190 calls in ten seconds, 625,000 a day, 5 searches a second. Used today: 1,200.',
  ],
])('%j is said as %j', (state, words) => {
  expect(faultSentences({ ...QUIET, ...state }).join(' ')).toContain(words);
});
