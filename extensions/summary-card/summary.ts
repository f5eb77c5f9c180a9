import { pointsOf } from '../../src/icp/causes.ts';
import { CLEARANCE_LABELS, CLEARANCES } from '../../src/icp/clearance.ts';
import { LANE_LABELS, LANES } from '../../src/icp/lanes.ts';
import { isPartnerType, partnerTypeLabel } from '../../src/icp/partner-types.ts';
import { MAX_TOTAL } from '../../src/icp/profile.ts';
import { CLEARANCE_COLOURS, type Colour, LANE_COLOURS } from '../scorecard-card/view/colours.ts';
import { dayOf } from '../scorecard-card/view/sentences.ts';

/** Properties of a record as HubSpot hands them over: what is unset is null, empty or absent. */
export type Stored = Readonly<Record<string, string | null | undefined>>;

export interface Tag {
  words: string;
  colour: Colour;
}

/** What a person sees at a glance. It repeats what is stored and derives nothing, so that it agrees with every view. */
export interface Summary {
  lane: Tag;
  clearance: Tag;
  /** Empty on deals, which mirror no headline. */
  headline: string;
  /** Label and value, in reading order. */
  rows: readonly (readonly [label: string, value: string])[];
}

/** @returns null where there is no lane */
export function companySummary(stored: Stored, today: string): Summary | null {
  const tags = tagsOf(stored);
  if (tags === null) return null;
  const rows: Summary['rows'] = [
    ['Total', totalText(stored)],
    ['Partner type', typeText(textIn(stored, 'partner_type')) || 'Not set'],
    ['Scored', scoredText(stored)],
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

/** The type of a company without a lane, in words; empty where none is set. */
export function typeText(type: string): string {
  return isPartnerType(type) ? partnerTypeLabel(type) : type;
}

export function textIn(stored: Stored, field: string): string {
  return stored[`ipp_${field}`] ?? '';
}

/** Nothing is built with a partner of another type than technology: what it is called there stands in the headline. */
const WITHOUT_BUILD: Readonly<Record<string, string>> = { deep: 'Deep lane', cleared: 'Cleared' };

function tagsOf(stored: Stored): Pick<Summary, 'lane' | 'clearance'> | null {
  const lane = textIn(stored, 'lane');
  if (lane === '') return null;
  const tags = { lane: laneTag(lane), clearance: clearanceTag(textIn(stored, 'clearance')) };
  const type = textIn(stored, 'partner_type');
  if (type === '' || type === 'technology') return tags;
  return {
    lane: { ...tags.lane, words: WITHOUT_BUILD[lane] ?? tags.lane.words },
    clearance: {
      ...tags.clearance,
      words: WITHOUT_BUILD[textIn(stored, 'clearance')] ?? tags.clearance.words,
    },
  };
}

/** A value that no verdict has is shown as it stands, without a colour. */
function laneTag(text: string): Tag {
  const lane = [...LANES, 'undecided' as const].find((known) => known === text);
  if (lane === undefined) return { words: text, colour: 'default' };
  return { words: LANE_LABELS[lane], colour: LANE_COLOURS[lane] };
}

function clearanceTag(text: string): Tag {
  if (text === '') return { words: 'Clearance not yet known', colour: 'default' };
  const clearance = CLEARANCES.find((known) => known === text);
  if (clearance === undefined) return { words: text, colour: 'default' };
  const isNotNeeded = clearance === 'not-required';
  const words = isNotNeeded ? 'No clearance needed' : CLEARANCE_LABELS[clearance];
  return { words, colour: CLEARANCE_COLOURS[clearance] };
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

function scoredText(stored: Stored): string {
  const by = textIn(stored, 'scored_by');
  const at = textIn(stored, 'scored_at');
  if (by === '' && at === '') return 'Not noted';
  return [`by ${by === '' ? 'somebody' : by}`, ...(at === '' ? [] : [`on ${dayOf(at)}`])].join(' ');
}

function reviewText(due: string, today: string): string {
  if (due === '') return 'Not set';
  const day = dayOf(due);
  return day < today ? `${day}, overdue` : day;
}
