import type { Change } from '../../../sandbox/workbench/pages/crm-objects.ts';
import { timelineOf } from '../../../sandbox/workbench/pages/timeline/timeline.ts';
import { choice, property, ROLES } from './partner-properties.ts';

const PROPERTIES = [
  choice('ipp_decision', 'Decision', { 'go-deep': 'Go deep', wait: 'Wait' }),
  property('ipp_decision_quarter', 'Decision: quarter'),
  property('ipp_decision_reason', 'Decision: reason', { fieldType: 'textarea' }),
  property('ipp_decided_by', 'Decided by'),
  property('ipp_decided_at', 'Decided at'),
  property('ipp_decision_basis', 'Decision: basis'),
  property('ipp_ask_again_on', 'Ask again on'),
];
const WORDS = {
  valueText: ({ options }: { options: readonly { value: string; label: string }[] }, value: string): string =>
    options.find((option) => option.value === value)?.label ?? value,
  personOf: () => 'Omar Sy',
  throughText: () => 'CRM page',
  nameOfAddress: (address: string) => (address === 'jane@example.com' ? 'Jane Doe' : address),
  appName: 'Partner ICP',
  roles: ROLES,
};
const APP = { source: 'INTEGRATION', sourceId: '4711', sourceLabel: 'Partner ICP', userId: 0 };
const PERSON = { source: 'CRM_UI', sourceId: 'userId:502', sourceLabel: '', userId: 502 };

/** The entries of writes, one a minute, oldest first. */
function told(...writes: { by: typeof APP; values: Record<string, string> }[]) {
  const history: Record<string, Change[]> = {};
  for (const [minute, { by, values }] of writes.entries())
    for (const [name, value] of Object.entries(values)) {
      const at = new Date(Date.UTC(2026, 10, 22, 14, minute)).toISOString();
      history[name] = [{ value, at, ...by }, ...(history[name] ?? [])];
    }
  return timelineOf(history, PROPERTIES, WORDS);
}

const FIRST = {
  by: APP,
  values: {
    ipp_decision: 'go-deep',
    ipp_decision_quarter: '2027-Q1',
    ipp_decision_reason: 'The third build slot.',
    ipp_decided_by: 'jane@example.com',
    ipp_decided_at: '2026-11-22T14:00:00Z',
    ipp_decision_basis: '430, Deep, Cleared',
  },
};

test('a decision is one entry, with what, for when, why, on which basis and by whom', () => {
  expect(told(FIRST)).toEqual([
    {
      at: '2026-11-22T14:00:00.000Z',
      kind: 'decision',
      headline: 'Decided: Go deep in 2027-Q1',
      cause: '',
      changes: [],
      alongside: ['Reason: The third build slot.', 'Rested on 430, Deep, Cleared'],
      by: 'Jane Doe',
      through: 'Partner ICP',
    },
  ]);
});

test('the same decision again is another entry that says all of it', () => {
  const [again] = told(FIRST, { by: APP, values: { ipp_decided_at: '2026-11-22T14:01:00Z' } });

  expect(again).toMatchObject({ headline: 'Decided: Go deep in 2027-Q1', by: 'Jane Doe' });
  expect(again?.alongside).toHaveLength(2);
});

test('a decision says what stood then: a reason that was taken away is not repeated', () => {
  const values = {
    ipp_decision: 'wait',
    ipp_decision_reason: '',
    ipp_decided_at: '2026-11-22T14:01:00Z',
    ipp_ask_again_on: '2027-03-01',
  };
  const [newest, first] = told(FIRST, { by: APP, values });

  expect(newest).toMatchObject({
    headline: 'Decided: Wait in 2027-Q1',
    alongside: ['Rested on 430, Deep, Cleared', 'Ask again on 2027-03-01'],
  });
  expect(first?.headline).toBe('Decided: Go deep in 2027-Q1');
});

test('a long reason shows its beginning', () => {
  const reason = 'because '.repeat(100);
  const [entry] = told({ ...FIRST, values: { ...FIRST.values, ipp_decision_reason: reason } });

  expect(entry?.alongside[0]).toMatch(/^Reason: because .*because…$/);
  expect(entry?.alongside[0]?.length).toBeLessThan(260);
});

test('a decision that somebody edits in HubSpot is an outside edit, not a decision', () => {
  const [edit] = told(FIRST, { by: PERSON, values: { ipp_decision: 'wait' } });

  expect(edit).toMatchObject({ kind: 'outside', headline: 'Decision Go deep → Wait', by: 'Omar Sy' });
});
