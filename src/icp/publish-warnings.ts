import {
  heldUntil,
  nobodyDeep,
  overlapNotHeaviest,
  poolTooSmall,
  prerequisitesMissing,
  reviewDayPassed,
  timingNotYet,
  tooManyDeep,
} from '../messages/preview.ts';
import { dayInWords } from './day-in.ts';
import type { Preview } from './preview.ts';
import type { Profile } from './profile.ts';

/** Something to know before a profile is published. It stops nothing by itself. */
export interface PublishWarning {
  /** Stable: other programs depend on them. */
  code:
    | 'overlap-not-heaviest'
    | 'too-many-deep'
    | 'nobody-deep'
    | 'held'
    | 'review-passed'
    | 'prerequisites-missing'
    | 'timing'
    | 'pool-small';
  message: string;
}

/** With fewer complete scorecards nothing is said of shares. Our value. */
export const ENOUGH_SCORECARDS = 20;

/** The largest share of complete scorecards in Deep that passes without a warning. Our value. */
const MOST_DEEP = 0.4;

/** With fewer companies of the type the pool counts as small. Our value. */
const ENOUGH_COMPANIES = 20;

const OVERLAP = 'customer_overlap';

/**
 * A technology profile in which a dimension weighs more than customer overlap.
 *
 * Source: partner ICP guide, its summary: customer overlap has the heaviest weight.
 */
export function weightWarnings({ type, dimensions }: Pick<Profile, 'type' | 'dimensions'>): PublishWarning[] {
  const overlap = dimensions.find(({ key }) => key === OVERLAP);
  if (type !== 'technology' || overlap === undefined) return [];
  const [heaviest] = [...dimensions].sort((one, other) => other.weight - one.weight);
  if (heaviest === undefined || heaviest.weight <= overlap.weight) return [];
  const message = overlapNotHeaviest(`${heaviest.label} (${heaviest.weight})`, overlap.weight);
  return [{ code: 'overlap-not-heaviest', message }];
}

/** What the lanes of a preview say about its profile. Nothing where there are too few complete scorecards for shares. */
export function laneWarnings({ judged, complete }: Pick<Preview, 'judged' | 'complete'>): PublishWarning[] {
  if (complete < ENOUGH_SCORECARDS) return [];
  const deep = judged.filter(({ after }) => after.total !== null && after.lane === 'deep').length;
  const of = complete.toLocaleString('en');
  if (deep === 0) return [{ code: 'nobody-deep', message: nobodyDeep(of) }];
  if (deep <= MOST_DEEP * complete) return [];
  const percent = Math.round((100 * deep) / complete);
  return [{ code: 'too-many-deep', message: tooManyDeep(deep.toLocaleString('en'), of, percent) }];
}

/** Whether shares of lanes may be shown. Below it names and counts are all there is to say. */
export function hasShares({ complete }: Pick<Preview, 'complete'>): boolean {
  return complete >= ENOUGH_SCORECARDS;
}

/**
 * Whether the current profile is still held, or its review is late.
 *
 * @param reviewDue the day until which it is held; null for a shipped profile, which is not
 * @param today `YYYY-MM-DD`
 */
export function holdWarnings(reviewDue: string | null, today: string): PublishWarning[] {
  if (reviewDue === null) return [];
  const day = dayInWords(reviewDue);
  return today <= reviewDue
    ? [{ code: 'held', message: heldUntil(day) }]
    : [{ code: 'review-passed', message: reviewDayPassed(day) }];
}

/** What a profile rests on, as far as somebody said. */
export interface GivenPrerequisites {
  /** A link, or null. */
  hypothesis: object | null;
  customerIcp: object | null;
  thesis: object | null;
  timing: Readonly<Record<'productMarketFit' | 'goToMarket' | 'programReady', boolean>>;
}

/**
 * Links that are missing, and the timing gate.
 *
 * @param companies how many companies of the type the portal has; null where nobody has counted
 *
 * Source: ideal partner profile guide, its prerequisites and its section on the right time.
 */
export function prerequisiteWarnings(
  { hypothesis, customerIcp, thesis, timing }: GivenPrerequisites,
  companies: number | null,
): PublishWarning[] {
  const links = named([
    ['the Partner Hypothesis', hypothesis !== null],
    ['the customer ICP', customerIcp !== null],
    ['the partner thesis of the year', thesis !== null],
  ]);
  const gate = named([
    ['product-market fit', timing.productMarketFit],
    ['a proven go-to-market', timing.goToMarket],
    ['a partner program that is ready', timing.programReady],
  ]);
  const warnings: PublishWarning[] = [];
  if (links !== '') warnings.push({ code: 'prerequisites-missing', message: prerequisitesMissing(links) });
  if (gate !== '') warnings.push({ code: 'timing', message: timingNotYet(gate) });
  if (companies !== null && companies < ENOUGH_COMPANIES) {
    const counted = companies === 1 ? 'There is 1 company' : `There are ${companies} companies`;
    warnings.push({ code: 'pool-small', message: poolTooSmall(counted, ENOUGH_COMPANIES) });
  }
  return warnings;
}

/** The names of what is not there. */
function named(all: readonly (readonly [name: string, isThere: boolean])[]): string {
  return all.flatMap(([name, isThere]) => (isThere ? [] : [name])).join(', ');
}
