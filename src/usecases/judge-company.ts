import { type Company, type Properties } from '../crm/companies.ts';
import { companyProperties, textOf } from '../crm/company-properties.ts';
import { decodeScorecard } from '../crm/decode-scorecard.ts';
import { NO_VERDICT, differingProperties, encodeVerdict } from '../crm/verdict-codec.ts';
import { type PartnerType, isPartnerType, partnerTypeLabel } from '../icp/partner-types.ts';
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
  /** What must change in the verdict's properties. Empty where nobody may touch them. */
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
  const { profile, unfit } = profileFor(properties, context);
  const { scorecard, problems } = decodeScorecard(properties, profile);
  const found = { profile, profileVersion, scorecard, problems, missing, ...UNTOUCHED };

  if (missing.length === names.length) return { ...found, state: 'not-installed' };
  if (names.every((name) => (properties[name] ?? '') === '')) return { ...found, state: 'never-scored' };
  // What a deleted property held is unknown: a verdict without it must not replace the stored one.
  const driftFrom = (expected: Readonly<Record<string, string>>) =>
    missing.length > 0 ? {} : differingProperties(expected, properties);
  const obstacle = newerRules(properties) ?? unfit ?? typeMissing(properties, profile);
  if (obstacle !== null) {
    const { field, message, code } = obstacle;
    const stuck = { ...found, state: 'unjudgeable', problems: [{ field, message }, ...problems] } as const;
    return code === null
      ? { ...stuck, drift: driftFrom(NO_VERDICT) }
      : { ...stuck, untouchable: { code, message } };
  }
  if (profileVersion === null && !isRated({ profile, scorecard }))
    return { ...found, state: 'unrated', drift: driftFrom(NO_VERDICT) };
  const judged = verdict(scorecard, profile, today(context));
  return { ...found, state: 'judged', verdict: judged, drift: driftFrom(encodeVerdict(judged)) };
}

/** Whether any dimension has a rating that can be read. */
export function isRated({ profile, scorecard }: Pick<Judgement, 'profile' | 'scorecard'>): boolean {
  return profile.dimensions.some(({ key }) => ratingOf(scorecard.ratings, key) !== null);
}

/** Nothing is derived, so nothing may be written. */
const UNTOUCHED = { verdict: null, drift: {}, untouchable: null } as const;

/** Why a company cannot be judged. With a code, not even an empty verdict may be written. */
interface Obstacle extends Problem {
  code: 'unknown-profile-version' | 'newer-rules' | null;
}

/** The profile to read the scorecard by, and why it may be unfit to judge it. */
function profileFor(
  properties: Properties,
  { profiles, defaultType }: Knowledge,
): { profile: Profile; unfit: Obstacle | null } {
  const fallback = currentProfile(profiles, defaultType);
  if (fallback === null) throw new Error(`no profile for the default type ${defaultType}`);
  const version = textOf(properties, 'profile_version');
  const text = textOf(properties, 'partner_type');
  const type = isPartnerType(text) ? text : null;
  const current = type === null ? fallback : currentProfile(profiles, type);
  const profile = version === null ? current : findProfile(profiles, version);
  if (profile === null)
    return {
      profile: current ?? fallback,
      unfit: version === null ? unpublished(type ?? defaultType) : unknownVersion(version),
    };
  return { profile, unfit: type === null || type === profile.type ? null : typeDiffers(profile, type) };
}

function unpublished(type: PartnerType): Obstacle {
  const message = `No profile is published for the type ${partnerTypeLabel(type)}. Publish one, or choose another type.`;
  return { field: 'partner_type', message, code: null };
}

function unknownVersion(version: string): Obstacle {
  const message = `The scorecard was judged by profile ${version}, which is not known here. Nothing is derived until it is published again or the app is updated.`;
  return { field: null, message, code: 'unknown-profile-version' };
}

function typeDiffers(profile: Profile, type: PartnerType): Obstacle {
  const message = `The scorecard was judged by ${versionKey(profile)}, but its type now says ${type}. Set the type back, or clear the scorecard and start anew.`;
  return { field: 'partner_type', message, code: null };
}

function newerRules(properties: Properties): Obstacle | null {
  const rules = Number(textOf(properties, 'rules') ?? 0);
  if (!(rules > RULES)) return null;
  const message = `A newer version of Partner ICP judged this company (rules ${rules}, this app knows ${RULES}). Reload the page to get it.`;
  return { field: null, message, code: 'newer-rules' };
}

function typeMissing(properties: Properties, { dimensions }: Profile): Obstacle | null {
  if (isPartnerType(textOf(properties, 'partner_type'))) return null;
  if (dimensions.every(({ key }) => textOf(properties, key) === null)) return null;
  const message = 'There are ratings but no partner type. Choose the type to get a verdict.';
  return { field: 'partner_type', message, code: null };
}
