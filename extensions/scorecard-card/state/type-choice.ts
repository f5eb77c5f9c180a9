import {
  type Field,
  type FieldValue,
  EMPTY_VALUES,
  fieldsOfAll,
  sameValue,
} from '../../../src/icp/fields.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import { isBlank } from '../../../src/icp/scorecard.ts';
import {
  CONFIRMED_PER_TYPE,
  CONFIRM_FIELD,
  TYPE_FIELD,
  isOfTypeChange,
  setBy,
  typeChange,
  typeOfAnswers,
} from '../../../src/icp/type-change.ts';
import { waitingDimensions } from '../../../src/icp/verdict.ts';

import type { Ready } from './card-state.ts';
import { type Drafted, type Edits, draftOf, shownValue, withEdit } from './drafts.ts';

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

/** What a save may send: edits of fields that the record's profile or the shown one asks for, or another type changes. */
export function savable({ record, profiles, edits }: Typed): Drafted {
  const fields = fieldsOfAll([profileShown({ record, profiles, edits }), record.profile]);
  const isChanging = isTypeChanging({ record, profiles, edits });
  const asked = Object.entries(edits).filter(
    ([name]) => (isChanging && isOfTypeChange(name)) || fields.some((field) => field.name === name),
  );
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

/** What choosing the type would take away: ratings of one type, clear checks, and unsaved answers that it does not ask. */
export function lossesBy(state: Ready, type: PartnerType): Loss[] {
  const edits = editsUnder(state, type);
  const after = { ...state, edits };
  return state.fields.flatMap((field) => {
    const value = shownValue(state, field.name);
    if (NO_LOSS.includes(field.name) || sameValue(value, EMPTY_VALUES[field.kind])) return [];
    return sameValue(value, shownValue(after, field.name)) ? [] : [{ field, value }];
  });
}

const NO_LOSS = [TYPE_FIELD, CONFIRM_FIELD];

/** The edits once the type is chosen. Choosing the type of the loaded answers again restores what it changed. */
export function editsUnder(state: Ready, type: PartnerType): Edits {
  const from = typeOfAnswers(state.record);
  const chosen = profileShown(state).type;
  const edits = withEdit({ ...state, edits: askedUnder(state, type) }, TYPE_FIELD, type);
  if (type === from) return chosen === from ? edits : restored({ ...state, edits });
  let after = edits;
  for (const [name, value] of setBy(typeChange(draftOf(state)))) {
    const isEdited = state.edits[name] !== undefined;
    if (type === chosen && isEdited) continue;
    // what is stored without a type was given for no other one
    const isGiven = from !== null || (name === CONFIRM_FIELD ? isRatedAnew(state.edits) : isEdited);
    if (isGiven) after = withEdit({ ...state, edits: after }, name, value);
  }
  return after;
}

/** Whether there is an unsaved rating of the people, or unsaved evidence for it. */
function isRatedAnew(edits: Edits): boolean {
  return edits[CONFIRMED_PER_TYPE] !== undefined || edits[`${CONFIRMED_PER_TYPE}_evidence`] !== undefined;
}

/** Without the edits that neither the type asks for nor the record's. */
function askedUnder(state: Ready, type: PartnerType): Edits {
  if (type === profileShown(state).type) return state.edits;
  const asked = fieldsOfAll([profileKnown(state, type) ?? state.record.profile, state.record.profile]);
  const kept = Object.entries(state.edits).filter(
    ([name]) => isOfTypeChange(name) || name === TYPE_FIELD || asked.some((field) => field.name === name),
  );
  return Object.fromEntries(kept);
}

/** Back to what is stored, save flags. An unsaved rating of the people was given for the other type, and waits. */
function restored(state: Ready): Edits {
  const kept = Object.entries(state.edits).filter(
    ([name, { value }]) => !isOfTypeChange(name) || name === CONFIRMED_PER_TYPE || value === 'flagged',
  );
  const edits = Object.fromEntries(kept);
  const { value } = typeChange(draftOf({ ...state, edits }))[CONFIRM_FIELD] ?? { value: [] };
  return isRatedAnew(edits) ? withEdit({ ...state, edits }, CONFIRM_FIELD, value) : edits;
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

/** Dimensions of the shown profile whose rating was given for another type and not confirmed since. */
export function waitingForConfirmation(state: Ready): readonly string[] {
  return waitingDimensions(draftOf(state), profileShown(state));
}

/** The other type that a text was written for and not changed since; null where there is none. */
export function writtenForOther(state: Ready, name: string): PartnerType | null {
  const { record, edits } = state;
  if (edits[name] !== undefined || isBlank(String(shownValue(state, name) ?? ''))) return null;
  const stored = record.writtenFor[name] ?? null;
  if (!isTypeChanging(state)) return stored;
  const type = stored ?? typeOfAnswers(record);
  return type === profileShown(state).type ? null : type;
}
