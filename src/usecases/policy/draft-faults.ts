import type {
  PrerequisiteLink,
  Prerequisites,
  ProfileDraftBody,
  ProfileFault,
} from '../../contract/policy.ts';
import { dayInWords } from '../../icp/day-in.ts';
import { isInvisible } from '../../icp/visible-text.ts';
import { lintProfile } from '../../icp/profile-lint.ts';
import { type Profile } from '../../icp/profile.ts';
import { SHIPPED_PROFILES } from '../../icp/shipped-profiles.ts';
import { heldUntil, prerequisitesMissing } from '../../messages/policy.ts';

const LONGEST_URL = 2_000;
const LONGEST_OWNER = 320;

const NO_DAY = 'this is no day of the calendar';

const LINKS = {
  hypothesis: 'a Partner Hypothesis',
  customerIcp: 'a customer ICP',
  thesis: 'a partner thesis',
} as const;
const TIMING = {
  productMarketFit: 'product-market fit',
  goToMarket: 'a proven go-to-market',
  programReady: 'a program that is ready',
} as const;

/** What keeps a draft from being published. @param newest the highest version of its type so far */
export function faultsOf(draft: ProfileDraftBody, newest: number, asOf: string): ProfileFault[] {
  return [
    ...lintProfile(draft.profile, shippedOf(draft.profile), newest),
    ...reviewFaults(draft, asOf),
    ...linkFaults(draft.prerequisites),
  ];
}

/** What keeps a profile from being published in any portal, on any day. */
export function lastingFaultsOf({
  profile,
  prerequisites,
  reviewDue,
}: Pick<ProfileDraftBody, 'profile' | 'prerequisites' | 'reviewDue'>): ProfileFault[] {
  return [
    ...lintProfile(profile, shippedOf(profile)).map(({ path, message }) => ({
      path: `profile.${path}`,
      message,
    })),
    ...linkFaults(prerequisites),
    ...(isDay(reviewDue) ? [] : [{ path: 'reviewDue', message: NO_DAY }]),
  ];
}

/** Whether a profile may be held until this day. A profile is revisited at least once a year. Source: ideal partner profile guide. */
export function isReviewDay(day: string, asOf: string): boolean {
  return day > asOf && day <= aYearAfter(asOf);
}

function shippedOf({ type }: Profile): Profile | null {
  return SHIPPED_PROFILES.find((profile) => profile.type === type) ?? null;
}

/** What its reason should answer. @param held the day until which the current profile is held, null for none */
export function warningsOf({ prerequisites }: ProfileDraftBody, held: string | null, asOf: string): string[] {
  const missing = missingPrerequisites(prerequisites);
  return [
    ...(held !== null && held > asOf ? [heldUntil(dayInWords(held))] : []),
    ...(missing.length > 0 ? [prerequisitesMissing(missing.join(', '))] : []),
  ];
}

/** The prerequisites that a draft lacks, in words. */
export function missingPrerequisites(prerequisites: Prerequisites): string[] {
  const links = keysOf(LINKS).filter((key) => prerequisites[key] === null);
  const timing = keysOf(TIMING).filter((key) => !prerequisites.timing[key]);
  return [...links.map((key) => LINKS[key]), ...timing.map((key) => TIMING[key])];
}

/** A year later; the last of February for its 29th. */
export function aYearAfter(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const next = String(Number(year) + 1).padStart(4, '0');
  return month === '02' && date === '29' ? `${next}-02-28` : `${next}-${month}-${date}`;
}

function reviewFaults({ reviewDue }: ProfileDraftBody, asOf: string): ProfileFault[] {
  const path = 'reviewDue';
  if (reviewDue <= asOf) return [{ path, message: 'the review date lies after today' }];
  if (!isReviewDay(reviewDue, asOf))
    return [{ path, message: 'the profile is reviewed at least once a year, so choose a day within a year' }];
  return isDay(reviewDue) ? [] : [{ path, message: NO_DAY }];
}

function linkFaults(prerequisites: Prerequisites): ProfileFault[] {
  return keysOf(LINKS).flatMap((key) => {
    const link = prerequisites[key];
    return link === null ? [] : faultsOfLink(`prerequisites.${key}`, link);
  });
}

function faultsOfLink(path: string, { url, owner, on }: PrerequisiteLink): ProfileFault[] {
  const faults: ProfileFault[] = [];
  if (!/^https?:\/\/[^\s/]\S*$/i.test(url) || url.length > LONGEST_URL)
    faults.push({ path: `${path}.url`, message: 'a link begins with https:// and has no spaces' });
  if (isInvisible(owner) || owner.length > LONGEST_OWNER)
    faults.push({
      path: `${path}.owner`,
      message: `say who owns it, in at most ${LONGEST_OWNER} characters`,
    });
  if (!isDay(on)) faults.push({ path: `${path}.on`, message: NO_DAY });
  return faults;
}

function isDay(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function keysOf<Key extends string>(words: Readonly<Record<Key, string>>): Key[] {
  return Object.keys(words) as Key[];
}

/** The contents of a draft or of a published profile, whatever its number: equal texts are equal profiles. */
export function contentsOf({
  profile,
  prerequisites,
  reviewDue,
}: Pick<ProfileDraftBody, 'profile' | 'prerequisites' | 'reviewDue'>): string {
  return JSON.stringify(sorted([{ ...profile, version: 0 }, prerequisites, reviewDue]));
}

/** With the keys of every object in one order, and texts as they are read back. */
function sorted(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}
