import {
  EMPTY_VALUES,
  type Field,
  type FieldValue,
  fieldsOfAll,
  sameValue,
} from '../../../src/icp/fields.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';
import { CONFIRMED_PER_TYPE, TYPE_FIELD, isOfOneType, typeOfAnswers } from '../../../src/icp/type-change.ts';

import type { Ready } from './card-state.ts';
import { type Drafted, type Edits, shownValue, withEdit } from './drafts.ts';

/** What decides which profile is shown. */
type Typed = Pick<Ready, 'record' | 'profiles' | 'edits'>;

/** The profile of a type; null while the card has not fetched it. */
export function profileKnown({ record, profiles }: Omit<Typed, 'edits'>, type: unknown): Profile | null {
  return [record.profile, ...profiles].find((profile) => profile.type === type) ?? null;
}

/** The profile under which the draft is shown: of the type that is chosen and not saved, else of the record. */
export function profileShown(state: Typed): Profile {
  return profileKnown(state, state.edits[TYPE_FIELD]?.value) ?? state.record.profile;
}

/** Whether a save would lead from one type's questions to another's. */
export function isTypeChanging(state: Typed): boolean {
  const from = typeOfAnswers(state.record);
  return state.edits[TYPE_FIELD] !== undefined && from !== null && profileShown(state).type !== from;
}

/** What a save may send: edits of fields that the record's profile or the shown one asks for. */
export function savable({ record, profiles, edits }: Typed): Drafted {
  const fields = fieldsOfAll([profileShown({ record, profiles, edits }), record.profile]);
  const asked = Object.entries(edits).filter(([name]) => fields.some((field) => field.name === name));
  return { record, fields, edits: Object.fromEntries(asked) };
}

/** Edits that neither of the two profiles asks for, because somebody else changed the type. A save leaves them out. */
export function strayFields(state: Ready): readonly Field[] {
  const asked = savable(state).edits;
  return state.fields.filter(({ name }) => state.edits[name] !== undefined && asked[name] === undefined);
}

/** An answer that a choice of type takes away, with what it holds now. */
export interface Loss {
  field: Field;
  value: FieldValue;
}

/** What choosing the type would empty: filled answers to another type's questions, saved or not. */
export function lossesBy(state: Ready, type: PartnerType): Loss[] {
  const edits = editsUnder(state, type);
  const after = { ...state, edits };
  return state.fields.flatMap((field) => {
    const value = shownValue(state, field.name);
    if (field.name === TYPE_FIELD || sameValue(value, EMPTY_VALUES[field.kind])) return [];
    return sameValue(value, shownValue(after, field.name)) ? [] : [{ field, value }];
  });
}

/**
 * The edits once the type is chosen. Of the answers to another type's questions, saved ones are emptied and unsaved ones
 * dropped. Choosing the type of the loaded answers again restores them.
 */
export function editsUnder(state: Ready, type: PartnerType): Edits {
  const from = typeOfAnswers(state.record);
  const isOther = type !== profileShown(state).type;
  const asked = fieldsOfAll([profileKnown(state, type) ?? state.record.profile, state.record.profile]);
  let edits = withEdit(state, TYPE_FIELD, type);
  for (const { name, kind } of state.fields) {
    const isOwn = isOfOneType(name);
    if (!isOwn && asked.some((field) => field.name === name)) continue;
    const isEdited = edits[name] !== undefined;
    if (isEdited && !isOther) continue;
    edits =
      isOwn && from !== null && from !== type
        ? withEdit({ ...state, edits }, name, EMPTY_VALUES[kind])
        : withoutEdit(edits, name);
  }
  return edits;
}

/**
 * The change of type that a person has to agree to, and what it empties: to the pending type, or to the chosen one where
 * answers to the questions of the type before came back, for example because somebody else gave them.
 */
export function openQuestion(state: Ready): { profile: Profile; losses: readonly Loss[] } | null {
  const { pendingType } = state;
  if (pendingType === null && !isTypeChanging(state)) return null;
  const profile = pendingType === null ? profileShown(state) : profileKnown(state, pendingType.type);
  if (profile === null) return null;
  const losses = lossesBy(state, profile.type);
  return pendingType === null && losses.length === 0 ? null : { profile, losses };
}

/** Dimensions whose loaded rating was given for another type than the shown one and not confirmed since. */
export function waitingForConfirmation(state: Typed): readonly string[] {
  const { record, edits } = state;
  const key = CONFIRMED_PER_TYPE;
  const { dimensions } = profileShown(state);
  const isAsked = dimensions.some((dimension) => dimension.key === key);
  const isWaiting = isTypeChanging(state)
    ? isAsked && ratingOf(record.scorecard.ratings, key) !== null
    : record.toConfirm.includes(key);
  const isConfirmed = edits[key] !== undefined || edits[`${key}_evidence`] !== undefined;
  return isWaiting && !isConfirmed ? [key] : [];
}

function withoutEdit(edits: Edits, name: string): Edits {
  const { [name]: _gone, ...others } = edits;
  return others;
}
