import type { Change } from '../../../sandbox/workbench/pages/crm-objects.ts';
import { timelineOf } from '../../../sandbox/workbench/pages/timeline/timeline.ts';
import { choice, NUMBER, property, ROLES } from './partner-properties.ts';

const LANES = { deep: 'Deep', fast: 'Fast lane', undecided: 'Needs answers' };
const TYPES = { reseller: 'Reseller', solution: 'Solution partner' };
const PROPERTIES = [
  choice('ipp_partner_type', 'Partner type', TYPES),
  property('ipp_shared_customers', 'Shared customers', NUMBER),
  property('ipp_customer_overlap', 'Customer overlap', NUMBER),
  property('ipp_customer_overlap_evidence', 'Customer overlap: evidence', { fieldType: 'textarea' }),
  property('ipp_role_criteria', 'Role criteria', NUMBER),
  property('ipp_role_criteria_evidence', 'Role criteria: evidence', { fieldType: 'textarea' }),
  choice('ipp_check_dead_api', 'Dead API: check', { open: 'Open', flagged: 'Flagged' }),
  choice('ipp_lane', 'Lane', LANES),
  choice('ipp_lane_change_cause', 'Lane change: cause', { rated: 'Rated', checked: 'Checked' }),
  choice('ipp_clearance', 'Clearance for Deep', { pending: 'Not yet cleared', cleared: 'Cleared' }),
  property('ipp_total', 'Total', NUMBER),
  property('ipp_scored_by', 'Scored by'),
  property('ipp_review_due', 'Review due'),
  property('name', 'Company name', { group: 'companyinformation' }),
];
const WORDS = {
  valueText: ({ options }: { options: readonly { value: string; label: string }[] }, value: string): string =>
    options.find((option) => option.value === value)?.label ?? value,
  personOf: ({ userId }: { userId: number }) => (userId === 502 ? 'Omar Sy' : ''),
  throughText: ({ source }: { source: string }) => source,
  nameOfAddress: (address: string) => (address === 'jane@example.com' ? 'Jane Doe' : address),
  appName: 'Partner ICP',
  roles: ROLES,
};

/** A write of somebody at a minute of one hour. */
interface Write {
  minute: number;
  by?: 'app' | 'omar';
  values: Record<string, string>;
}

const SOURCES = {
  app: { source: 'INTEGRATION', sourceId: '4711', sourceLabel: 'Partner ICP', userId: 0 },
  omar: { source: 'CRM_UI', sourceId: 'userId:502', sourceLabel: '', userId: 502 },
};

/** The history that writes, given oldest first, leave behind. */
function told(...writes: Write[]) {
  const history: Record<string, Change[]> = {};
  for (const { minute, by = 'app', values } of writes) {
    const at = new Date(Date.UTC(2026, 10, 22, 14, minute)).toISOString();
    for (const [name, value] of Object.entries(values))
      history[name] = [{ value, at, ...SOURCES[by] }, ...(history[name] ?? [])];
  }
  return timelineOf(history, PROPERTIES, WORDS);
}

const FIRST: Write = {
  minute: 1,
  values: {
    ipp_customer_overlap: '3',
    ipp_lane: 'fast',
    ipp_lane_change_cause: 'rated',
    ipp_total: '280',
    ipp_scored_by: 'jane@example.com',
    ipp_review_due: '2027-11-22',
  },
};

test('a save that moves the lane is one entry with its cause, what it filled in, who and through what', () => {
  const [newest, ...rest] = told(FIRST, {
    minute: 3,
    values: { ipp_customer_overlap: '5', ipp_lane: 'deep', ipp_total: '430', ipp_clearance: 'pending' },
  });

  expect(newest).toEqual({
    at: '2026-11-22T14:03:00.000Z',
    kind: 'lane',
    headline: 'Fast lane → Deep',
    cause: 'Rated',
    changes: ['Customer overlap 3 → 5'],
    alongside: ['Total 280 → 430', 'Clearance for Deep Not yet cleared'],
    by: 'Jane Doe',
    through: 'Partner ICP',
  });
  expect(rest.map(({ headline }) => headline)).toEqual(['Not scored → Fast lane']);
});

test('what one save filled in is told once, ratings first; the cause is the noted one alone', () => {
  const entries = told(FIRST, {
    minute: 2,
    values: {
      ...{ ipp_customer_overlap_evidence: '212 customers', ipp_shared_customers: '212' },
      ...{ ipp_check_dead_api: 'flagged', ipp_customer_overlap: '5', ipp_lane: 'deep' },
      ipp_lane_change_cause: 'checked',
    },
  });

  expect(entries).toHaveLength(2);
  expect(entries[0]?.cause).toBe('Checked');
  expect(entries[0]?.changes).toEqual([
    ...['Customer overlap 3 → 5', 'Dead API: check Flagged'],
    ...['Shared customers 212', 'Customer overlap: evidence added'],
  ]);
});

test('a save that leaves the lane says what was filled in', () => {
  const [entry] = told(FIRST, { minute: 2, values: { ipp_customer_overlap_evidence: 'From account lists' } });

  expect(entry).toMatchObject({ kind: 'scorecard', headline: 'Customer overlap: evidence added' });
});

test('a clearance that changes under the same lane is the headline', () => {
  const [entry] = told(
    { minute: 1, values: { ...FIRST.values, ipp_lane: 'deep', ipp_clearance: 'pending' } },
    { minute: 2, values: { ipp_customer_overlap_evidence: 'Counted', ipp_clearance: 'cleared' } },
  );

  expect(entry).toMatchObject({
    kind: 'scorecard',
    headline: 'Clearance for Deep Not yet cleared → Cleared',
    changes: ['Customer overlap: evidence added'],
  });
});

test('a change of type is one entry, with what became of the lane and what was emptied', () => {
  const [newest, ...rest] = told(
    { minute: 1, values: { ...FIRST.values, ipp_partner_type: 'reseller', ipp_role_criteria: '4' } },
    {
      minute: 2,
      values: {
        ...{ ipp_partner_type: 'solution', ipp_role_criteria: '', ipp_lane: 'undecided', ipp_total: '' },
        ipp_scored_by: 'omar@example.com',
      },
    },
  );

  expect(newest).toMatchObject({
    kind: 'lane',
    headline: 'Type changed from Reseller to Solution partner',
    changes: ['Role criteria 4 → empty'],
    alongside: ['Lane Fast lane → Needs answers', 'Total 280 → empty'],
    by: 'omar@example.com',
  });
  expect(rest).toHaveLength(1);
});

test('a change of type under the same lane is an entry of the scorecard', () => {
  const [entry] = told(
    { minute: 1, values: { ...FIRST.values, ipp_partner_type: 'reseller' } },
    { minute: 2, values: { ipp_partner_type: 'solution' } },
  );

  expect(entry).toMatchObject({
    ...{ kind: 'scorecard', headline: 'Type changed from Reseller to Solution partner', changes: [] },
  });
});

test('a type changed past the app names the person', () => {
  const [entry] = told(
    { minute: 1, values: { ...FIRST.values, ipp_partner_type: 'reseller' } },
    { minute: 2, by: 'omar', values: { ipp_partner_type: 'solution' } },
  );

  expect(entry).toMatchObject({
    ...{ kind: 'outside', headline: 'Type changed from Reseller to Solution partner', by: 'Omar Sy' },
  });
});

test('what the app merely notes is no entry', () => {
  expect(told(FIRST, { minute: 2, values: { ipp_review_due: '2027-12-01' } })).toHaveLength(1);
});

test('an edit past the app names the person, and the verdict that answers to it says so', () => {
  const [repair, edit] = told(
    FIRST,
    { minute: 2, by: 'omar', values: { ipp_customer_overlap: '5' } },
    { minute: 3, values: { ipp_lane: 'deep', ipp_total: '430' } },
  );

  expect(edit).toMatchObject({
    ...{ kind: 'outside', headline: 'Customer overlap 3 → 5', by: 'Omar Sy', through: 'CRM_UI' },
  });
  expect(repair).toMatchObject({
    ...{ kind: 'lane', headline: 'Fast lane → Deep', by: 'Jane Doe' },
    changes: ['Customer overlap 3 → 5 (outside, by Omar Sy)'],
  });
});

test('a verdict set by hand and repaired are two changes of the lane', () => {
  const entries = told(
    FIRST,
    { minute: 2, by: 'omar', values: { ipp_lane: 'deep' } },
    { minute: 3, values: { ipp_lane: 'fast', ipp_customer_overlap_evidence: 'Counted' } },
  );

  expect(entries.map(({ headline, cause, changes }) => [headline, cause, ...changes])).toEqual([
    [
      ...['Deep → Fast lane', 'Rated'],
      ...['Customer overlap: evidence added', 'Lane Fast lane → Deep (outside, by Omar Sy)'],
    ],
    ['Fast lane → Deep', 'Set outside the app'],
    ['Not scored → Fast lane', 'Rated', 'Customer overlap 3'],
  ]);
});

test('a verdict repaired without the lane says only that', () => {
  const [entry] = told(FIRST, { minute: 2, values: { ipp_total: '300' } });

  expect(entry).toMatchObject({ kind: 'repair', headline: 'Partner ICP put the verdict right', changes: [] });
});

test('a cleared scorecard says so, by whoever cleared it', () => {
  const emptied = Object.fromEntries(Object.keys(FIRST.values).map((name) => [name, '']));
  const [entry, ...rest] = told(
    FIRST,
    { minute: 2, values: { ipp_scored_by: 'omar@example.com' } },
    { minute: 3, values: emptied },
  );

  expect(entry).toMatchObject({
    ...{ kind: 'lane', headline: 'Fast lane → not scored', cause: 'Scorecard emptied', changes: [] },
    by: 'omar@example.com',
  });
  expect(rest).toHaveLength(1);
});

test('the scorer is the newest at the time of each change', () => {
  const entries = told(
    FIRST,
    { minute: 2, values: { ipp_customer_overlap: '4', ipp_scored_by: 'omar@example.com' } },
    { minute: 3, values: { ipp_customer_overlap: '5' } },
  );

  expect(entries.map(({ by }) => by)).toEqual(['omar@example.com', 'omar@example.com', 'Jane Doe']);
});

test('somebody who edits the scorer by hand is not taken for the app', () => {
  const [entry] = told(FIRST, { minute: 2, by: 'omar', values: { ipp_scored_by: 'king@example.com' } });

  expect(entry).toMatchObject({ kind: 'outside', by: 'Omar Sy' });
});

test('two saves within one moment are two entries', () => {
  const lanes = told(
    FIRST,
    { minute: 2, values: { ipp_lane: 'deep' } },
    { minute: 2, values: { ipp_lane: 'fast' } },
  );

  expect(lanes.map(({ headline }) => headline)).toEqual([
    'Deep → Fast lane',
    'Fast lane → Deep',
    'Not scored → Fast lane',
  ]);
});

test('entries that repeat a value, and properties of others, tell nothing', () => {
  expect(
    told(FIRST, { minute: 2, values: FIRST.values }, { minute: 3, values: { name: 'New' } }),
  ).toHaveLength(1);
});
