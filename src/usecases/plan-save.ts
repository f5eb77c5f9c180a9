import type { Company } from '../crm/companies.ts';
import { lastChanges } from '../crm/authorship.ts';
import { propertyOf } from '../crm/company-properties.ts';
import { encodeField } from '../crm/field-codec.ts';
import { isFieldValue, fieldFault } from '../icp/field-values.ts';
import { type Field, type FieldValue, fieldsOf, sameValue } from '../icp/fields.ts';
import { type Profile, versionKey } from '../icp/profile.ts';
import type { Conflict } from '../icp/scorecard-record.ts';
import { completePatch } from './complete-patch.ts';
import type { Context } from './context.ts';
import { type Judgement, judgeCompany } from './judge-company.ts';
import { Refused } from './refused.ts';
import { whyUnwritable } from './why-unwritable.ts';

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
  const refusal = whyUnwritable(company, context);
  if (refusal !== null) throw refusal;
  const judgement = judgeCompany(company, context);
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
  const isChanged = Object.keys(inputs).length > 0;
  const written = isChanged ? { ...inputs, ...trailOf(by, context) } : {};
  return { patch: completePatch(company, written, context), conflicts };
}

function trailOf(by: string, { now }: Context): Record<string, string> {
  const due = now();
  const reviewDue = new Date(Date.UTC(due.getUTCFullYear() + 1, due.getUTCMonth(), due.getUTCDate()));
  return {
    [propertyOf('scored_by')]: by,
    [propertyOf('scored_at')]: now().toISOString(),
    [propertyOf('review_due')]: reviewDue.toISOString().slice(0, 10),
  };
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
