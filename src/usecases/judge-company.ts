import { type Company, type Properties } from '../crm/companies.ts';
import { companyProperties, propertyOf } from '../crm/company-properties.ts';
import { decodeScorecard } from '../crm/decode-scorecard.ts';
import { NO_VERDICT, differingProperties, encodeVerdict } from '../crm/verdict-codec.ts';
import { isPartnerType, partnerTypeLabel } from '../icp/partner-types.ts';
import { type Profile, versionKey } from '../icp/profile.ts';
import { ratingOf } from '../icp/ratings.ts';
import type { Scorecard } from '../icp/scorecard.ts';
import type { Problem, RecordState } from '../icp/scorecard-record.ts';
import { currentProfile, findProfile } from '../icp/shipped-profiles.ts';
import { RULES, type Verdict, verdict } from '../icp/verdict.ts';
import { type Context, today } from './context.ts';

/** What follows from the properties of a company, whatever verdict is stored there. */
export interface Judgement {
  state: RecordState;
  profile: Profile;
  /** As stamped on the company. */
  profileVersion: string | null;
  scorecard: Scorecard;
  verdict: Verdict | null;
  /** What the verdict's properties should hold; null where nobody may touch them. */
  expected: Readonly<Record<string, string>> | null;
  /** The expected properties that hold something else. */
  drift: Readonly<Record<string, string>>;
  problems: readonly Problem[];
  missing: readonly string[];
  /** Why nobody may write here: an older app or one without the profile would spoil what stands there. */
  untouchable: { code: 'unknown-profile-version' | 'newer-rules'; message: string } | null;
}

type Knowledge = Pick<Context, 'profiles' | 'defaultType' | 'now'>;

/** The properties to ask for before a company can be judged. */
export function propertyNames({ profiles }: Pick<Context, 'profiles'>): string[] {
  return companyProperties(profiles).map(({ name }) => name);
}

/** Judges a company by the profile version that is stamped on it. Pure but for the day. */
export function judgeCompany({ properties }: Pick<Company, 'properties'>, context: Knowledge): Judgement {
  const names = propertyNames(context);
  const missing = names.filter((name) => properties[name] === undefined);
  const profileVersion = textOf(properties, 'profile_version');
  const found = profileFor(properties, context);
  const { scorecard, problems } = decodeScorecard(properties, found.profile);
  const judged = { profile: found.profile, profileVersion, scorecard, missing, untouchable: null };

  if (missing.length === names.length) return { ...judged, ...UNTOUCHED, state: 'not-installed', problems };
  if (names.every((name) => (properties[name] ?? '') === ''))
    return { ...judged, ...UNTOUCHED, state: 'never-scored', problems };
  const newer = newerRules(properties);
  const obstacle = newer ?? found.obstacle ?? typeMissing(properties, found.profile);
  if (obstacle !== null) {
    const { field, message, code } = obstacle;
    const stuck = { ...judged, state: 'unjudgeable', problems: [{ field, message }, ...problems] } as const;
    if (code === null) return { ...stuck, ...withoutVerdict(properties) };
    return { ...stuck, ...UNTOUCHED, untouchable: { code, message } };
  }
  if (profileVersion === null && !hasRatings(scorecard, found.profile))
    return { ...judged, state: 'unrated', problems, ...withoutVerdict(properties) };
  const judgement = verdict(scorecard, found.profile, today(context));
  const expected = encodeVerdict(judgement);
  return {
    ...judged,
    state: 'judged',
    problems,
    verdict: judgement,
    expected,
    drift: differingProperties(expected, properties),
  };
}

/** Nothing is derived, so nothing may be written. */
const UNTOUCHED = { verdict: null, expected: null, drift: {} } as const;

function withoutVerdict(properties: Properties) {
  return { verdict: null, expected: NO_VERDICT, drift: differingProperties(NO_VERDICT, properties) };
}

/** Why a company cannot be judged. With a code, not even an empty verdict may be written. */
interface Obstacle extends Problem {
  code: 'unknown-profile-version' | 'newer-rules' | null;
}

function profileFor(
  properties: Properties,
  { profiles, defaultType }: Knowledge,
): { profile: Profile; obstacle: Obstacle | null } {
  const fallback = currentProfile(profiles, defaultType);
  if (fallback === null) throw new Error(`no profile for the default type ${defaultType}`);
  const stamped = textOf(properties, 'profile_version');
  const type = textOf(properties, 'partner_type');
  const known = isPartnerType(type) ? currentProfile(profiles, type) : fallback;
  if (stamped === null) {
    const message = isPartnerType(type)
      ? `No profile is published for the type ${partnerTypeLabel(type)}. Publish one, or choose another type.`
      : '';
    return {
      profile: known ?? fallback,
      obstacle: known === null ? { field: 'partner_type', message, code: null } : null,
    };
  }
  const profile = findProfile(profiles, stamped);
  if (profile === null) {
    const message = `The scorecard was judged by profile ${stamped}, which is not known here. Nothing is derived until it is published again or the app is updated.`;
    return {
      profile: known ?? fallback,
      obstacle: { field: null, message, code: 'unknown-profile-version' },
    };
  }
  const differs = isPartnerType(type) && type !== profile.type;
  const message = `The scorecard was judged by ${versionKey(profile)}, but its type now says ${type ?? ''}. Set the type back, or clear the scorecard and start anew.`;
  return { profile, obstacle: differs ? { field: 'partner_type', message, code: null } : null };
}

function newerRules(properties: Properties): Obstacle | null {
  const rules = Number(textOf(properties, 'rules') ?? 0);
  if (!(rules > RULES)) return null;
  const message = `A newer version of Partner ICP judged this company (rules ${rules}, this app knows ${RULES}). Reload the page to get it.`;
  return { field: null, message, code: 'newer-rules' };
}

function typeMissing(properties: Properties, profile: Profile): Obstacle | null {
  if (isPartnerType(textOf(properties, 'partner_type'))) return null;
  const isRated = profile.dimensions.some(({ key }) => textOf(properties, key) !== null);
  if (!isRated) return null;
  return {
    field: 'partner_type',
    message: 'There are ratings but no partner type. Choose the type to get a verdict.',
    code: null,
  };
}

function hasRatings({ ratings }: Scorecard, { dimensions }: Profile): boolean {
  return dimensions.some(({ key }) => ratingOf(ratings, key) !== null);
}

function textOf(properties: Properties, field: string): string | null {
  const text = properties[propertyOf(field)] ?? '';
  return text === '' ? null : text;
}
