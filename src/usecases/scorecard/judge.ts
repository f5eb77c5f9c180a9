import { type CompanyRecord, type Texts, fieldNames, textOf } from '../../crm/company-record.ts';
import { decodeScorecard } from '../../crm/scorecard-codec.ts';
import { propertyOf } from '../../crm/property-names.ts';
import { NO_VERDICT, differingFields, encodeVerdict } from '../../crm/verdict-fields.ts';
import type { Problem, RecordState } from '../../contract/scorecard-record.ts';
import { type PartnerType, isPartnerType } from '../../icp/partner-types.ts';
import type { Profile } from '../../icp/profile.ts';
import { ratingOf } from '../../icp/ratings.ts';
import type { Scorecard } from '../../icp/scorecard.ts';
import type { ScorecardUnderProfile } from '../../icp/type-change.ts';
import { RULES, type Verdict, verdict } from '../../icp/verdict.ts';
import { type Context, today } from '../context.ts';
import { Refused, notInstalled } from '../refused.ts';
import { type Blocker, profileOf } from './profile-of-company.ts';
import { isNeeded, knownFields, missingFields, readyTypes } from './ready-types.ts';
import { RATED_WITHOUT_TYPE, judgedByNewer, propertiesMissing } from '../../messages/scorecard.ts';

/** What stands in a record, before anything is judged. */
export interface Reading extends ScorecardUnderProfile {
  record: CompanyRecord;
  problems: readonly Problem[];
  /** Fields that the scorecard needs and whose properties somebody deleted. */
  missing: readonly string[];
  /** Those of the missing without which nothing can be judged or saved. The others are only held back themselves. */
  needed: readonly string[];
  readyTypes: readonly PartnerType[];
  /** There is no input and no fact; an override, a verdict or a trail may stand. */
  isEmpty: boolean;
  /** Why no verdict can be derived. */
  blocker: Blocker | null;
}

/** What follows from a record, whatever verdict is stored there. */
export interface Judgement extends Reading {
  state: RecordState;
  verdict: Verdict | null;
  /** What must change in the fields of the verdict. Empty where nobody may write them. */
  drift: Readonly<Record<string, string>>;
}

type Knowledge = Pick<
  Context,
  'profiles' | 'current' | 'defaultType' | 'settings' | 'remedies' | 'now' | 'installation'
>;

/** Reads a record by the profile version that is stamped on it. Pure. */
export function readScorecard(
  record: CompanyRecord,
  context: Pick<Context, 'profiles' | 'current' | 'defaultType' | 'settings' | 'remedies'>,
): Reading {
  const { texts } = record;
  const { profile, blocker } = profileOf(texts, context);
  const missing = missingFields(texts, profile, context);
  const isEmpty = knownFields(context).every(({ name }) => textOf(texts, name) === null);
  return {
    record,
    profile,
    profileVersion: textOf(texts, 'profile_version'),
    ...decodeScorecard(texts, profile, knownFields(context)),
    missing,
    needed: missing.filter(isNeeded),
    readyTypes: readyTypes(texts, context),
    blocker: newerRules(texts) ?? (isEmpty ? null : (blocker ?? typeMissing(texts, context))),
    isEmpty,
  };
}

/** Judges what was read. Pure but for the day. */
export function judge(reading: Reading, context: Knowledge): Judgement {
  const { texts } = reading.record;
  const { profile, profileVersion, scorecard, blocker, problems, needed } = reading;
  const unjudged = { ...reading, verdict: null, drift: {} };
  if (isNotInstalled(texts, context)) return { ...unjudged, state: 'not-installed' };
  // What a deleted property held is unknown: a verdict without it must not replace the stored one.
  const driftFrom = (expected: Readonly<Record<string, string>>) =>
    needed.length > 0 ? {} : differingFields(expected, texts);
  if (reading.isEmpty)
    return { ...unjudged, state: 'never-scored', drift: blocker === null ? driftFrom(NO_VERDICT) : {} };
  if (blocker !== null) {
    const { code, ...problem } = blocker;
    const blocked = { ...unjudged, state: 'unjudgeable', problems: [problem, ...problems] } as const;
    return code === null ? { ...blocked, drift: driftFrom(NO_VERDICT) } : blocked;
  }
  if (profileVersion === null && !isRated(reading))
    return { ...unjudged, state: 'unrated', drift: driftFrom(NO_VERDICT) };
  // what a deleted property held is unknown, so a verdict without it would mislead
  if (needed.length > 0) return { ...unjudged, state: 'unjudgeable' };
  const judged = verdict(scorecard, profile, today(context));
  return { ...reading, state: 'judged', verdict: judged, drift: driftFrom(encodeVerdict(judged)) };
}

/**
 * Why nothing may be written to a record: properties are missing, or what stands there belongs to another profile or a
 * newer app. Null when it may be written.
 */
export function refusalToWrite(
  { record: { texts }, needed, blocker }: Reading,
  context: Pick<Context, 'profiles' | 'remedies'>,
): Refused | null {
  if (isNotInstalled(texts, context)) return notInstalled(context.remedies);
  const deleted = needed.map(propertyOf);
  const [first] = deleted;
  if (first !== undefined)
    return new Refused('not-installed', propertiesMissing(deleted.join(', '), context.remedies.install), {
      field: first,
    });
  if (blocker === null || blocker.code === null) return null;
  const { code, field, message } = blocker;
  return new Refused(code, `${message} Nothing was written.`, field === null ? {} : { field });
}

/** Whether any dimension has a rating that can be read. */
export function isRated({ profile, scorecard }: { profile: Profile; scorecard: Scorecard }): boolean {
  return profile.dimensions.some(({ key }) => ratingOf(scorecard.ratings, key) !== null);
}

function isNotInstalled(texts: Texts, { profiles }: Pick<Context, 'profiles'>): boolean {
  return fieldNames(profiles).every((name) => texts[name] === undefined);
}

function newerRules(texts: Texts): Blocker | null {
  const rules = Number(textOf(texts, 'rules') ?? 0);
  if (!(rules > RULES)) return null;
  const message = judgedByNewer(rules, RULES);
  return { field: null, message, code: 'newer-rules' };
}

function typeMissing(texts: Texts, { profiles }: Pick<Context, 'profiles'>): Blocker | null {
  if (isPartnerType(textOf(texts, 'partner_type'))) return null;
  const dimensions = profiles.flatMap((profile) => profile.dimensions);
  if (dimensions.every(({ key }) => textOf(texts, key) === null)) return null;
  return { field: 'partner_type', message: RATED_WITHOUT_TYPE, code: null };
}
