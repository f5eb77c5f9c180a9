import type { Company } from '../../crm/companies.ts';
import { propertyOf } from '../../crm/properties.ts';
import { EMPTY_VALUES, type Field, fieldsOfAll, sameValue } from '../../icp/fields.ts';
import type { Profile } from '../../icp/profile.ts';
import type { Conflict } from '../../contract/scorecard-record.ts';
import { isOfOneType } from '../../icp/type-change.ts';
import { type RequestedChanges, allowedValue, compareFields } from './conflicts.ts';
import { completePatch } from './complete-patch.ts';
import type { Context } from '../context.ts';
import { type Judgement, judgeCompany } from './judge.ts';
import { knownFields } from './ready-types.ts';
import { notAskedFirst, typeWish, underWishedType } from './type-wish.ts';
import { whyUnwritable } from './why-unwritable.ts';

/** What a save would write to a company as it stands. */
export interface SavePlan {
  /** Inputs, verdict and trail in one: what differs, and nothing else. Empty when nothing is to do. */
  patch: Record<string, string>;
  conflicts: Conflict[];
}

/**
 * Finds what a save has to write. A field that holds neither what was seen nor what is wanted is a conflict and stays. A
 * change of type goes whole or not at all: what was rated for one type's questions must not be read as another's.
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
  const before = whyUnwritable(company, context);
  if (before !== null && before.field !== 'partner_type') throw before;
  const asked = allowedType(requested['partner_type']);
  const wish = typeWish(asked, judgement, context);
  const refusal = whyUnwritable(underWishedType(company, wish, judgement), context);
  if (refusal !== null) throw refusal;

  // A change of type may come again after it went through, with fields of the type that was left.
  const fields = wish.isConflict
    ? knownFields(context)
    : fieldsOfAll([
        wish.profile,
        judgement.profile,
        ...context.profiles.filter(({ type }) => type === asked?.seen),
      ]);
  const { inputs, conflicts } = compareFields(company, requested, fields, judgement);
  if (wish.isConflict || (wish.what === 'change' && conflicts.some(({ field }) => isOfOneType(field)))) {
    return { patch: {}, conflicts: [...conflicts, ...inputs.map(({ conflict }) => conflict)] };
  }
  if (wish.what === 'change') requireAsked(requested, fields, judgement, wish.profile);
  const texts = Object.fromEntries(inputs.map(({ property, text }) => [property, text]));
  const written = inputs.length === 0 ? {} : { ...texts, ...trailOf(by, context) };
  return { patch: completePatch(company, written, context), conflicts };
}

/** Another type asks other questions: what was answered to those of this one must be emptied, or answered anew. */
function requireAsked(
  requested: RequestedChanges,
  fields: readonly Field[],
  { scorecard, profile }: Judgement,
  to: Profile,
): void {
  const left = fields.filter(
    (field) =>
      isOfOneType(field.name) &&
      requested[field.name] === undefined &&
      !sameValue(field.get(scorecard), EMPTY_VALUES[field.kind]),
  );
  if (left.length > 0)
    throw notAskedFirst(
      profile.type,
      to.type,
      left.map(({ name }) => name),
    );
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

const TYPE_FIELD = { name: 'partner_type', kind: 'type' } as const;

function allowedType(asked: RequestedChanges[string] | undefined) {
  if (asked === undefined) return undefined;
  return { seen: allowedValue(TYPE_FIELD, asked.seen), value: allowedValue(TYPE_FIELD, asked.value) };
}
