import { pointsOf } from '../../src/icp/causes.ts';
import { CLEARANCES, CLEARANCE_LABELS } from '../../src/icp/clearance.ts';
import { LANES, LANE_LABELS } from '../../src/icp/lanes.ts';
import { isPartnerType, partnerTypeLabel } from '../../src/icp/partner-types.ts';
import { MAX_TOTAL } from '../../src/icp/profile.ts';
import { CLEARANCE_COLOURS, type Colour, LANE_COLOURS, dayOf } from '../common/display.ts';
import { dayOfTime } from '../../src/icp/day-in.ts';

/** Properties of a record as HubSpot hands them over. Unset ones are null, empty or absent. */
export type Stored = Readonly<Record<string, string | null | undefined>>;

export interface Tag {
  text: string;
  colour: Colour;
}

/** What the card shows. It repeats stored values and derives nothing, so that it agrees with every view. */
export interface Summary {
  lane: Tag;
  clearance: Tag;
  /** Empty on deals, which mirror no headline. */
  headline: string;
  /** Label and value, in reading order. */
  rows: readonly (readonly [label: string, value: string])[];
}

/** @returns null where there is no lane */
export function companySummary(stored: Stored, today: string, zone: string | null): Summary | null {
  const tags = tagsOf(stored);
  if (tags === null) return null;
  const rows: Summary['rows'] = [
    ['Total', totalText(stored)],
    ['Partner type', typeText(textIn(stored, 'partner_type')) || 'Not set'],
    ['Scored', scoredText(stored, zone)],
    ['Review due', reviewText(textIn(stored, 'review_due'), today)],
  ];
  return { ...tags, headline: textIn(stored, 'lane_reason'), rows };
}

/** @returns null where nothing is mirrored */
export function dealSummary(stored: Stored): Summary | null {
  const tags = tagsOf(stored);
  if (tags === null) return null;
  return { ...tags, headline: '', rows: [['Total', totalText(stored)]] };
}

/** The label of a stored type; empty where none is set. */
export function typeText(type: string): string {
  return isPartnerType(type) ? partnerTypeLabel(type) : type;
}

export function textIn(stored: Stored, field: string): string {
  return stored[`ipp_${field}`] ?? '';
}

function tagsOf(stored: Stored): Pick<Summary, 'lane' | 'clearance'> | null {
  const lane = textIn(stored, 'lane');
  if (lane === '') return null;
  return { lane: laneTag(lane), clearance: clearanceTag(textIn(stored, 'clearance')) };
}

/** A value that no verdict has is shown as it is, without a colour. */
function laneTag(stored: string): Tag {
  const lane = [...LANES, 'undecided' as const].find((known) => known === stored);
  if (lane === undefined) return { text: stored, colour: 'default' };
  return { text: LANE_LABELS[lane], colour: LANE_COLOURS[lane] };
}

function clearanceTag(stored: string): Tag {
  if (stored === '') return { text: 'Clearance not yet known', colour: 'default' };
  const clearance = CLEARANCES.find((known) => known === stored);
  if (clearance === undefined) return { text: stored, colour: 'default' };
  // the card shows no title beside the tag
  const text = clearance === 'not-required' ? 'Clearance only for Deep' : CLEARANCE_LABELS[clearance];
  return { text, colour: CLEARANCE_COLOURS[clearance] };
}

/** `430 of 500`, or the range while answers are missing. */
function totalText(stored: Stored): string {
  const numbers = ['total_low', 'total_high'].map((field) => textIn(stored, field));
  const total = textIn(stored, 'total');
  const [low = NaN, high = NaN] = (total === '' ? numbers : [total, total]).map((text) =>
    text === '' ? NaN : Number(text),
  );
  if (Number.isNaN(low) || Number.isNaN(high)) return 'Not yet known';
  return `${pointsOf({ low, high })} of ${MAX_TOTAL}`;
}

function scoredText(stored: Stored, zone: string | null): string {
  const by = textIn(stored, 'scored_by');
  const at = textIn(stored, 'scored_at');
  if (by === '' && at === '') return 'Not noted';
  return [
    `by ${by === '' ? 'somebody' : by}`,
    ...(at === '' ? [] : [`on ${dayOfTime(zone, at) ?? at}`]),
  ].join(' ');
}

function reviewText(due: string, today: string): string {
  if (due === '') return 'Not set';
  const day = dayOf(due);
  return day < today ? `${day}, overdue` : day;
}
