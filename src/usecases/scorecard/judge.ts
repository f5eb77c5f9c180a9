import { type Company, type Properties } from '../../crm/companies.ts';
import { textOf } from '../../crm/properties.ts';
import { decodeScorecard } from '../../crm/decode-scorecard.ts';
import { NO_VERDICT, differingProperties, encodeVerdict } from '../../crm/verdict-codec.ts';
import { type PartnerType, isPartnerType } from '../../icp/partner-types.ts';
import type { Profile } from '../../icp/profile.ts';
import { ratingOf } from '../../icp/ratings.ts';
import type { Scorecard } from '../../icp/scorecard.ts';
import type { Problem, RecordState } from '../../contract/scorecard-record.ts';
import { RULES, type Verdict, verdict } from '../../icp/verdict.ts';
import { type Context, today } from '../context.ts';
import { knownFields, missingFor, propertyNames, readyTypes } from './ready-types.ts';
import { type Obstacle, profileOf } from './profile-of-company.ts';

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
  readyTypes: readonly PartnerType[];
  /** Why nobody may write here: it would spoil what stands there, or there is no place to write to. */
  untouchable: (Problem & { code: NonNullable<Obstacle['code']> }) | null;
}

type Knowledge = Pick<Context, 'profiles' | 'defaultType' | 'now'>;

/** Judges a company by the profile version that is stamped on it. Pure but for the day. */
export function judgeCompany({ properties }: Pick<Company, 'properties'>, context: Knowledge): Judgement {
  const names = propertyNames(context);
  const profileVersion = textOf(properties, 'profile_version');
  const { profile, unfit } = profileOf(properties, context);
  const missing = missingFor(properties, profile, context);
  const { scorecard, problems } = decodeScorecard(properties, profile, knownFields(context));
  const ready = readyTypes(properties, context);
  const found = { profile, profileVersion, scorecard, problems, missing, readyTypes: ready, ...UNTOUCHED };

  if (names.every((name) => properties[name] === undefined)) return { ...found, state: 'not-installed' };
  if (names.every((name) => (properties[name] ?? '') === '')) return { ...found, state: 'never-scored' };
  // What a deleted property held is unknown: a verdict without it must not replace the stored one.
  const driftFrom = (expected: Readonly<Record<string, string>>) =>
    missing.length > 0 ? {} : differingProperties(expected, properties);
  const obstacle = newerRules(properties) ?? unfit ?? typeMissing(properties, context);
  if (obstacle !== null) {
    const { field, message, code } = obstacle;
    const stuck = { ...found, state: 'unjudgeable', problems: [{ field, message }, ...problems] } as const;
    return code === null
      ? { ...stuck, drift: driftFrom(NO_VERDICT) }
      : { ...stuck, untouchable: { field, code, message } };
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

function newerRules(properties: Properties): Obstacle | null {
  const rules = Number(textOf(properties, 'rules') ?? 0);
  if (!(rules > RULES)) return null;
  const message = `A newer version of Partner ICP judged this company (rules ${rules}, this app knows ${RULES}). Reload the page to get it.`;
  return { field: null, message, code: 'newer-rules' };
}

function typeMissing(properties: Properties, { profiles }: Knowledge): Obstacle | null {
  if (isPartnerType(textOf(properties, 'partner_type'))) return null;
  const dimensions = profiles.flatMap((profile) => profile.dimensions);
  if (dimensions.every(({ key }) => textOf(properties, key) === null)) return null;
  const message = 'There are ratings but no partner type. Choose the type to get a verdict.';
  return { field: 'partner_type', message, code: null };
}
