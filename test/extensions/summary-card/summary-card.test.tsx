import { Button, DescriptionListItem, ErrorState, LoadingSpinner, Tag, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';

import { SummaryCard } from '../../../extensions/summary-card/SummaryCard.tsx';
import type { Stored } from '../../../extensions/summary-card/summary.ts';
import { byProperty, propertyOf } from '../../../src/crm/property-names.ts';
import { DEAL_FIELDS, encodeVerdict } from '../../../src/crm/verdict-fields.ts';
import { technology } from '../../../src/icp/profiles/technology.ts';
import type { Ratings } from '../../../src/icp/ratings.ts';
import { EMPTY_SCORECARD } from '../../../src/icp/scorecard.ts';
import { verdict } from '../../../src/icp/verdict.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { textIn } from '../text-in.ts';

const TODAY = '2026-11-22';
const COMPANY = '0-2';
const DEAL = '0-3';
const LOCATIONS = ['crm.record.sidebar', 'crm.preview'] as const;

/** What is stored of a company with these ratings. */
function storedOf(ratings: Ratings, rest: Stored = {}): Stored {
  const judged = verdict({ ...EMPTY_SCORECARD, type: 'technology', ratings }, technology, TODAY);
  return {
    ...byProperty(encodeVerdict(judged)),
    ipp_partner_type: 'technology',
    ipp_scored_by: 'ann@example.com',
    ipp_scored_at: '2026-11-20T09:30:00.000Z',
    ipp_review_due: '2027-11-20',
    ...rest,
  };
}

interface Answer {
  stored?: Stored;
  error?: Error;
  isLoading?: boolean;
  refetch?: () => Promise<void>;
}

/** Renders the card where HubSpot answers a reading of properties like this. */
function open(
  objectTypeId: string,
  answer: Answer,
  location: (typeof LOCATIONS)[number] = LOCATIONS[0],
  zone = 'Etc/UTC',
) {
  const renderer = createRenderer(location);
  const asked: string[] = [];
  renderer.mocks.useCrmProperties.willCall((names) => {
    asked.push(...names);
    const { stored = {}, error = null, isLoading = false, refetch = () => Promise.resolve() } = answer;
    const properties = Object.fromEntries(names.map((name) => [name, stored[name] ?? null]));
    return { properties, error, isLoading, isRefetching: false, refetch };
  });
  renderer.render(<SummaryCard objectTypeId={objectTypeId} today={TODAY} zone={zone} />);
  const { find, findAll } = renderer;
  return {
    ...renderer,
    asked,
    tags: () => findAll(Tag).map((tag) => [textIn(tag), tag.props.variant]),
    rows: () => Object.fromEntries(findAll(DescriptionListItem).map((row) => [row.props.label, textIn(row)])),
    words: () => findAll(Text).map(textIn),
    retry: () => find(Button).trigger('onClick'),
  };
}

test.each(LOCATIONS)('a company shows lane, headline, next step and trail at %s', (location) => {
  const card = open(COMPANY, { stored: storedOf(workflowTool) }, location);

  expect(card.tags()).toEqual([['Deep', 'success']]);
  expect(card.words()[0]).toBe(
    `${technology.lanes.deep.label} · 430 of 500 · 5 checks open · evidence missing for 2 questions`,
  );
  expect(card.words()[1]).toMatch(/^Next: Check vanity logo, /);
  expect(card.rows()).toEqual({
    'Clearance for Deep': 'Not yet cleared',
    'Partner type': 'Technology partner',
    'Last worked on by': 'ann@example.com, 20 November 2026',
    'Review due': '20 November 2027',
  });
});

test('a lane is called the same whatever the type', () => {
  const stored = storedOf(workflowTool, { ipp_partner_type: 'reseller', ipp_clearance: 'cleared' });

  const card = open(COMPANY, { stored });

  expect(card.tags()).toEqual([['Deep', 'success']]);
  expect(card.rows()).toMatchObject({ 'Clearance for Deep': 'Cleared', 'Partner type': 'Reseller' });
});

test('clearance is only for deep', () => {
  const card = open(COMPANY, { stored: storedOf(wellKnownLogo) });

  expect(card.tags()).toEqual([['Fast lane', 'info']]);
  expect(card.rows()).toMatchObject({ 'Clearance for Deep': 'Only for Deep' });
});

test('while answers are missing the total is a range, and clearance is not yet known', () => {
  const card = open(COMPANY, { stored: storedOf({ ...workflowTool, customer_overlap: null }) });

  expect(card.tags()).toEqual([['Needs answers', 'warning']]);
  expect(card.words()[0]).toMatch(/^310 to 430 of 500 · 1 answer missing/);
  expect(card.words()[1]).toMatch(/^Next: Ask about customer overlap/);
  expect(card.rows()).toMatchObject({ 'Clearance for Deep': 'Not yet known' });
});

test('a review that is overdue says so', () => {
  const card = open(COMPANY, { stored: storedOf(workflowTool, { ipp_review_due: '2026-11-21' }) });

  expect(card.tags().at(-1)).toEqual(['Review overdue', 'warning']);
  expect(card.rows()).toMatchObject({ 'Review due': '21 November 2026' });
});

test('evidence that is too old asks to look again, from the day after its last', () => {
  const on = (day: string) => open(COMPANY, { stored: storedOf(workflowTool, { ipp_recheck_due: day }) });

  expect(on('2026-11-21').tags().at(-1)).toEqual(['Look again', 'warning']);
  expect(on('2026-11-22').tags()).toHaveLength(1);
  expect(on('2026-11-22').rows()).toMatchObject({ 'Re-check due': '22 November 2026' });
});

test('a time that comes as milliseconds is read as well', () => {
  const scoredAt = String(Date.UTC(2026, 10, 20, 9, 30));

  const card = open(COMPANY, { stored: storedOf(workflowTool, { ipp_scored_at: scoredAt }) });

  expect(card.rows()).toMatchObject({ 'Last worked on by': 'ann@example.com, 20 November 2026' });
});

test('a lane and a total that no verdict has are shown as far as they can be read', () => {
  const stored = { ipp_lane: 'express', ipp_clearance: 'soon', ipp_total: 'many' };

  const card = open(COMPANY, { stored });

  expect(card.tags()).toEqual([['express', 'default']]);
  expect(card.rows()).toEqual({
    Total: 'Not yet known',
    'Clearance for Deep': 'soon',
    'Partner type': 'Not set',
    'Last worked on by': 'Not noted',
    'Review due': 'Not set',
  });
});

test('a company that is no partner shows one quiet line', () => {
  const card = open(COMPANY, {});

  expect(card.words()).toEqual(['Not assessed as a partner']);
  expect(card.tags()).toEqual([]);
});

test('a company with a type and no rating says that nothing is rated', () => {
  const card = open(COMPANY, { stored: { ipp_partner_type: 'reseller' } });

  expect(card.words()).toEqual(['Reseller, not rated yet']);
});

test('an override on a company without ratings waits, until it ends', () => {
  const until = (day: string) =>
    open(COMPANY, { stored: { ipp_override_lane: 'deep', ipp_override_until: day } }).words();

  expect(until('2027-03-31')).toEqual([
    'Not assessed as a partner',
    'An override to Deep until 31 March 2027 waits for the first rating.',
  ]);
  expect(until('2026-11-21')).toEqual(['Not assessed as a partner']);
  expect(until('')).toEqual(['Not assessed as a partner']);
});

test.each(LOCATIONS)('a deal shows what it mirrors of its primary company at %s', (location) => {
  const { ipp_lane, ipp_total, ipp_clearance, ipp_partner_type } = storedOf(workflowTool);

  const card = open(DEAL, { stored: { ipp_lane, ipp_total, ipp_clearance, ipp_partner_type } }, location);

  expect(card.tags()).toEqual([['Deep', 'success']]);
  expect(card.rows()).toEqual({
    Total: '430 of 500',
    'Clearance for Deep': 'Not yet cleared',
    'Partner type': 'Technology partner',
  });
  expect(card.words().at(-1)).toBe('As of the primary company, whose record has the scorecard.');
});

const DECIDED = {
  ipp_decision: 'go-deep',
  ipp_decision_quarter: '2027-Q1',
  ipp_decided_at: '2026-11-20T09:30:00.000Z',
};

test('a decision comes before the lane, with who decided and when', () => {
  const card = open(COMPANY, {
    stored: storedOf(workflowTool, { ...DECIDED, ipp_decided_by: 'ann@example.com' }),
  });

  expect(card.tags()).toEqual([
    ['Go deep · 2027-Q1', 'default'],
    ['Deep', 'success'],
  ]);
  expect(Object.entries(card.rows()).slice(0, 2)).toEqual([
    ['Decided by', 'ann@example.com'],
    ['Decided on', '20 November 2026'],
  ]);
});

test('a wait says when the partner is asked again', () => {
  const wait = { ...DECIDED, ipp_decision: 'wait', ipp_ask_again_on: '2027-03-01' };

  const card = open(COMPANY, { stored: storedOf(workflowTool, wait) });

  expect(card.tags()[0]?.[0]).toBe('Wait · 2027-Q1');
  expect(card.rows()).toMatchObject({ 'Ask again on': '1 March 2027' });
});

test('a decision outlives the scorecard that it rests on', () => {
  const card = open(COMPANY, { stored: DECIDED });

  expect(card.tags()).toEqual([['Go deep · 2027-Q1', 'default']]);
  expect(card.words()).toContain('Not assessed as a partner');
});

test('a decision that our app does not know is shown as it is', () => {
  const card = open(COMPANY, { stored: storedOf(workflowTool, { ipp_decision: 'maybe' }) });

  expect(card.tags()[0]).toEqual(['maybe', 'default']);
  expect(card.rows()).toMatchObject({ 'Decided on': 'Not noted' });
});

test.each(LOCATIONS)('a deal shows the decision of its primary company at %s', (location) => {
  const card = open(DEAL, { stored: storedOf(workflowTool, DECIDED) }, location);

  expect(card.tags().map(([text]) => text)).toEqual(['Go deep · 2027-Q1', 'Deep']);
  expect(card.rows()).toMatchObject({ 'Decided on': '20 November 2026', Total: '430 of 500' });
});

test('a deal whose company needs answers shows how far the total may go', () => {
  const card = open(DEAL, { stored: storedOf({ ...workflowTool, customer_overlap: null }) });

  expect(card.rows()).toMatchObject({ Total: '310 to 430 of 500' });
});

test('a deal without a mirrored lane says when it would have one', () => {
  const card = open(DEAL, {});

  expect(card.words()).toEqual([
    expect.stringMatching(/^No lane here\. A deal shows the lane of its primary/),
  ]);
});

test('a deal is asked for mirrored properties only, since it has no others', () => {
  expect(open(DEAL, {}).asked.sort()).toEqual(DEAL_FIELDS.map(propertyOf).sort());
});

test.each([COMPANY, DEAL])('on %s, reading shows a spinner and nothing else', (objectTypeId) => {
  const card = open(objectTypeId, { isLoading: true });

  expect(card.find(LoadingSpinner).props.label).toBe('Reading the partner summary');
  expect(card.words()).toEqual([]);
});

test.each([COMPANY, DEAL])(
  'on %s, a failed reading says what to do, and can be tried again',
  (objectTypeId) => {
    let tried = 0;
    const refetch = () => {
      tried += 1;
      return Promise.resolve();
    };
    const card = open(objectTypeId, { error: new Error('403'), refetch });

    card.retry();

    expect(card.find(ErrorState).props.title).toBe('The partner summary could not be read');
    expect(card.words()).toEqual([expect.stringContaining('ask an admin')]);
    expect(tried).toBe(1);
  },
);

test('on a record of another kind the card says what it is for', () => {
  expect(open('0-1', {}).words()).toEqual(['The partner summary is for companies and deals.']);
});

test('a company that was scored late in the evening was scored on that day of the portal', () => {
  const stored = storedOf(workflowTool, { ipp_scored_at: '2026-11-21T02:30:00Z' });
  const card = open(COMPANY, { stored }, LOCATIONS[0], 'America/Los_Angeles');

  expect(card.rows()).toMatchObject({ 'Last worked on by': 'ann@example.com, 20 November 2026' });
});
