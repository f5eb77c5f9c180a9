import { pointsOf } from '../../src/icp/causes.ts';
import { CLEARANCES, CLEARANCE_LABELS } from '../../src/icp/clearance.ts';
import { decisionLabel, isDecision } from '../../src/icp/decision.ts';
import { LANES, LANE_LABELS } from '../../src/icp/lanes.ts';
import { isPartnerType, partnerTypeLabel } from '../../src/icp/partner-types.ts';
import { MAX_TOTAL } from '../../src/icp/profile.ts';
import { LANE_COLOURS, type TagColour, dayOf } from '../common/display.ts';
import { dayInWords, dayOfTime } from '../../src/icp/day-in.ts';
import { overrideWaits } from '../../src/messages/cards.ts';

/** Properties of a record as HubSpot hands them over. Unset ones are null, empty or absent. */
export type Stored = Readonly<Record<string, string | null | undefined>>;

export interface Tag {
  text: string;
  colour: TagColour;
}

/** What the card shows. It repeats stored values and derives nothing, so that it agrees with every view. */
export interface Summary {
  /** What is decided, the lane, then what is overdue. */
  tags: readonly Tag[];
  /** What the headline says behind the lane. Empty on deals, which mirror no headline. */
  headline: string;
  next: string;
  /** Label and value, in reading order. The labels are those of the properties. */
  rows: readonly Row[];
}
type Row = readonly [label: string, value: string];

/** @returns null where there is no lane */
export function companySummary(stored: Stored, today: string, zone: string | null): Summary | null {
  const lane = laneTag(stored);
  if (lane === null) return null;
  const reviewDue = textIn(stored, 'review_due');
  const recheckDue = textIn(stored, 'recheck_due');
  const headline = withoutLane(textIn(stored, 'lane_reason'), lane);
  return {
    tags: [
      ...decisionTag(stored),
      lane,
      ...overdue('Review overdue', reviewDue, today),
      ...overdue('Look again', recheckDue, today),
    ],
    headline,
    next: textIn(stored, 'next_step'),
    rows: [
      ...decisionRows(stored, zone),
      ...(headline === '' ? [totalRow(stored)] : []),
      ...commonRows(stored),
      ['Last worked on by', workedText(stored, zone)],
      ['Review due', dayText(reviewDue)],
      ...(recheckDue === '' ? [] : [['Re-check due', dayText(recheckDue)] as const]),
    ],
  };
}

/** @returns null where nothing is mirrored */
export function dealSummary(stored: Stored, zone: string | null): Summary | null {
  const lane = laneTag(stored);
  if (lane === null) return decisionSummary(stored, zone);
  return {
    tags: [...decisionTag(stored), lane],
    ...{ headline: '', next: '' },
    rows: [...decisionRows(stored, zone), totalRow(stored), ...commonRows(stored)],
  };
}

/** What is decided where there is no lane: emptying a scorecard leaves the decision. @returns null where nothing is */
export function decisionSummary(stored: Stored, zone: string | null): Summary | null {
  const tags = decisionTag(stored);
  return tags.length === 0 ? null : { tags, headline: '', next: '', rows: decisionRows(stored, zone) };
}

/** What is said of an override while nothing is rated; null where none waits. */
export function waitingOverride(stored: Stored, today: string): string | null {
  const lane = LANES.find((known) => known === textIn(stored, 'override_lane'));
  const until = dayOf(textIn(stored, 'override_until'));
  return lane === undefined || until < today ? null : overrideWaits(LANE_LABELS[lane], dayInWords(until));
}

/** The label of a stored type; empty where none is set. */
export function typeText(type: string): string {
  return isPartnerType(type) ? partnerTypeLabel(type) : type;
}

export function textIn(stored: Stored, field: string): string {
  return stored[`ipp_${field}`] ?? '';
}

/** `Go deep · 2027-Q1`. A value that is no decision is shown as it is. */
function decisionTag(stored: Stored): Tag[] {
  const decision = textIn(stored, 'decision');
  if (decision === '') return [];
  const label = isDecision(decision) ? decisionLabel(decision) : decision;
  const text = [label, textIn(stored, 'decision_quarter')].filter((part) => part !== '').join(' · ');
  return [{ text, colour: 'default' }];
}

/** Who decided and when. A deal mirrors the day alone. */
function decisionRows(stored: Stored, zone: string | null): Row[] {
  if (textIn(stored, 'decision') === '') return [];
  const by = textIn(stored, 'decided_by');
  const at = textIn(stored, 'decided_at');
  const again = textIn(stored, 'ask_again_on');
  return [
    ...(by === '' ? [] : [['Decided by', by] as const]),
    ['Decided on', at === '' ? 'Not noted' : timeText(at, zone)],
    ...(again === '' ? [] : [['Ask again on', dayText(again)] as const]),
  ];
}

/** A value that no verdict has is shown as it is, without a colour. */
function laneTag(stored: Stored): Tag | null {
  const text = textIn(stored, 'lane');
  if (text === '') return null;
  const lane = [...LANES, 'undecided' as const].find((known) => known === text);
  return lane === undefined
    ? { text, colour: 'default' }
    : { text: LANE_LABELS[lane], colour: LANE_COLOURS[lane] };
}

/** The tag says the lane already. */
function withoutLane(headline: string, { text }: Tag): string {
  const start = `${text} · `;
  return headline.startsWith(start) ? headline.slice(start.length) : headline;
}

function overdue(text: string, due: string, today: string): Tag[] {
  return due !== '' && dayOf(due) < today ? [{ text, colour: 'warning' }] : [];
}

function commonRows(stored: Stored): Row[] {
  return [
    ['Clearance for Deep', clearanceText(textIn(stored, 'clearance'))],
    ['Partner type', typeText(textIn(stored, 'partner_type')) || 'Not set'],
  ];
}

function clearanceText(text: string): string {
  const clearance = CLEARANCES.find((known) => known === text);
  if (clearance !== undefined) return CLEARANCE_LABELS[clearance];
  return text === '' ? 'Not yet known' : text;
}

/** `430 of 500`, or the range while answers are missing. */
function totalRow(stored: Stored): Row {
  const numbers = ['total_low', 'total_high'].map((field) => textIn(stored, field));
  const total = textIn(stored, 'total');
  const [low = NaN, high = NaN] = (total === '' ? numbers : [total, total]).map((text) =>
    text === '' ? NaN : Number(text),
  );
  const isKnown = !Number.isNaN(low) && !Number.isNaN(high);
  return ['Total', isKnown ? `${pointsOf({ low, high })} of ${MAX_TOTAL}` : 'Not yet known'];
}

function workedText(stored: Stored, zone: string | null): string {
  const by = textIn(stored, 'scored_by');
  const at = textIn(stored, 'scored_at');
  const on = at === '' ? [] : [timeText(at, zone)];
  const parts = [...(by === '' ? [] : [by]), ...on];
  return parts.length === 0 ? 'Not noted' : parts.join(', ');
}

/** The day of a time. */
function timeText(at: string, zone: string | null): string {
  return dayInWords(dayOfTime(zone, at) ?? at);
}

function dayText(day: string): string {
  return day === '' ? 'Not set' : dayInWords(dayOf(day));
}
