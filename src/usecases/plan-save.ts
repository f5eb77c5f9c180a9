import type { Company } from '../crm/companies.ts';
import { lastChanges } from '../crm/authorship.ts';
import { propertyOf } from '../crm/company-properties.ts';
import { encodeField } from '../crm/field-codec.ts';
import { isFieldValue, fieldFault } from '../icp/field-values.ts';
import { type Field, type FieldValue, fieldsOf, sameValue } from '../icp/fields.ts';
import { type Profile, versionKey } from '../icp/profile.ts';
import { ratingOf } from '../icp/ratings.ts';
import type { Conflict } from '../icp/scorecard-record.ts';
import { currentProfile } from '../icp/shipped-profiles.ts';
import type { Context } from './context.ts';
import { type Judgement, judgeCompany } from './judge-company.ts';
import { Refused } from './refused.ts';

/** Per field, the value that the caller saw and the one that the caller wants, as they came through the door. */
export type RequestedChanges = Readonly<Record<string, { seen: unknown; value: unknown }>>;

/** What a save would write to a company as it stands. */
export interface SavePlan {
  /** Inputs, verdict and trail in one: what differs, and nothing else. Empty when nothing is to do. */
  patch: Record<string, string>;
  conflicts: Conflict[];
}

/**
 * Finds what a save has to write. A field that holds neither what was seen nor what is wanted is a conflict and stays.
 *
 * @throws Refused when a change is not allowed, or nothing may be written to this company
 */
export function planSave(
  company: Company,
  requested: RequestedChanges,
  by: string,
  context: Context,
): SavePlan {
  const judgement = judgeCompany(company, context);
  refuseUnwritable(judgement);
  const conflicts: Conflict[] = [];
  const inputs: Record<string, string> = {};
  for (const [name, { seen, value }] of Object.entries(requested)) {
    const field = knownField(name, judgement.profile);
    const wanted = allowedValue(field, value);
    const expected = allowedValue(field, seen);
    const found = field.get(judgement.scorecard);
    if (sameValue(found, wanted)) continue;
    refuseTypeChange(field, wanted, judgement);
    const property = propertyOf(name);
    if (sameValue(found, expected))
      inputs[property] = encodeField(field.get(field.set(judgement.scorecard, wanted)));
    else
      conflicts.push({
        field: name,
        seen: expected,
        wanted,
        found,
        change: lastChanges(company)[property] ?? null,
      });
  }
  return { patch: completePatch(company, inputs, by, context), conflicts };
}

/** Adds to changed inputs what follows from them: the start of a scorecard, the trail, the verdict. */
export function completePatch(
  company: Company,
  inputs: Record<string, string>,
  by: string,
  context: Context,
): Record<string, string> {
  const start =
    Object.keys(inputs).length > 0
      ? { ...startOf(company, inputs, context), ...trailOf(company, by, context) }
      : {};
  const written = { ...inputs, ...start };
  const after = judgeCompany({ properties: { ...company.properties, ...written } }, context);
  return { ...written, ...verdictPatch(company, after, context) };
}

/** The verdict's properties that must change, and with the lane its trail: the three go together. */
export function verdictPatch(
  { properties }: Pick<Company, 'properties'>,
  { drift }: Pick<Judgement, 'drift'>,
  { now }: Pick<Context, 'now'>,
): Record<string, string> {
  const lane = propertyOf('lane');
  if (drift[lane] === undefined) return drift;
  return {
    ...drift,
    [propertyOf('previous_lane')]: properties[lane] ?? '',
    [propertyOf('lane_changed_at')]: now().toISOString(),
  };
}

/** The first rating starts the scorecard: under the default type where none is set, by the current profile of the type. */
function startOf(company: Company, inputs: Record<string, string>, context: Context): Record<string, string> {
  const typeProperty = propertyOf('partner_type');
  const versionProperty = propertyOf('profile_version');
  const before = judgeCompany(company, context);
  const after = judgeCompany({ properties: { ...company.properties, ...inputs } }, context);
  if (before.profileVersion !== null || !isRated(after)) return {};
  const startsHere = !isRated(before) && after.scorecard.type === null && inputs[typeProperty] === undefined;
  const type = startsHere ? context.defaultType : after.scorecard.type;
  const profile = type === null ? null : currentProfile(context.profiles, type);
  return {
    ...(startsHere && { [typeProperty]: context.defaultType }),
    ...(profile !== null && { [versionProperty]: versionKey(profile) }),
  };
}

function isRated({ profile, scorecard }: Judgement): boolean {
  return profile.dimensions.some(({ key }) => ratingOf(scorecard.ratings, key) !== null);
}

function trailOf({ properties }: Company, by: string, { now }: Context): Record<string, string> {
  const scoredBy = propertyOf('scored_by');
  const due = new Date(now());
  due.setUTCFullYear(due.getUTCFullYear() + 1);
  const reviewDue = due.toISOString().slice(0, 10);
  return {
    ...(properties[scoredBy] !== by && { [scoredBy]: by }),
    [propertyOf('scored_at')]: now().toISOString(),
    ...(properties[propertyOf('review_due')] !== reviewDue && { [propertyOf('review_due')]: reviewDue }),
  };
}

/** @throws Refused when properties are missing, or what stands there belongs to another profile or a newer app */
export function refuseUnwritable({ state, missing, untouchable }: Judgement): void {
  if (state === 'not-installed')
    throw new Refused(
      'not-installed',
      'Partner ICP is not installed in this portal. An admin has to run the installer: icp install.',
    );
  const [deleted] = missing;
  if (deleted !== undefined)
    throw new Refused(
      'not-installed',
      `The property ${missing.join(', ')} was deleted in HubSpot. Nothing was written. An admin has to run the installer again: icp install.`,
      { field: deleted },
    );
  if (untouchable !== null)
    throw new Refused(untouchable.code, `${untouchable.message} Nothing was written.`);
}

function knownField(name: string, profile: Profile): Field {
  const field = fieldsOf(profile).find((known) => known.name === name);
  if (field !== undefined) return field;
  throw new Refused(
    'invalid-input',
    `${name}: there is no such field in the profile ${versionKey(profile)}. Nothing was written.`,
    { field: name },
  );
}

function allowedValue(field: Field, value: unknown): FieldValue {
  if (isFieldValue(field, value)) return value;
  throw new Refused('invalid-input', `${fieldFault(field, value) ?? field.name} Nothing was written.`, {
    field: field.name,
  });
}

/** Ratings belong to the questions of one type: they cannot be carried over to another profile unasked. */
function refuseTypeChange(
  { kind, name }: Field,
  wanted: FieldValue,
  { profile, profileVersion }: Judgement,
): void {
  if (kind !== 'type' || profileVersion === null || wanted === profile.type) return;
  const message = `${name}: this company was judged by ${profileVersion}. Clear its scorecard before you choose another type. Nothing was written.`;
  throw new Refused('invalid-input', message, { field: name });
}
