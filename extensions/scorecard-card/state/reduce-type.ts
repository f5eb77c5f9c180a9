import { fieldsOfAll } from '../../../src/icp/fields.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import { TYPE_FIELD, isOfOneType, typeOfAnswers } from '../../../src/icp/type-change.ts';

import { type ProfileEvent, type Ready, isWriting } from './card-state.ts';
import { withEdits } from './steps.ts';
import { editsUnder, isTypeChanging, lossesBy, openQuestion, profileKnown } from './type-choice.ts';

/** A person picks a type. It is chosen at once where its questions are known and nothing would be emptied. */
export function wished(state: Ready, type: PartnerType): Ready {
  return isWriting(state) ? state : settled({ ...state, wish: { type, failure: null } });
}

/** A person agrees to what the type empties. */
export function agreed(state: Ready): Ready {
  const question = openQuestion(state);
  if (question === null) return state;
  return { ...withEdits(state, editsUnder(state, question.profile.type)), wish: null };
}

/** A person stays with the type as it is; one that was chosen and cannot stay whole goes back to the loaded one. */
export function kept(state: Ready): Ready {
  const from = typeOfAnswers(state.record);
  if (state.wish !== null || from === null || !isTypeChanging(state)) return { ...state, wish: null };
  return withEdits(state, editsUnder(state, from));
}

/** Leaves the type that somebody else set, and with it the answers to the questions of the other one. */
export function withTheirType(state: Ready): Ready {
  const others = Object.entries(state.edits).filter(([name]) => name !== TYPE_FIELD && !isOfOneType(name));
  return withEdits(state, Object.fromEntries(others));
}

/** Takes in the questions of a type. Those of a type that nobody waits for any more are only remembered. */
export function profiled(state: Ready, event: ProfileEvent): Ready {
  const { wish } = state;
  if (event.what === 'profile-shown')
    return settled({
      ...state,
      ...withProfiles(state.record.profile, [...state.profiles, event.profile]),
    });
  return wish?.type === event.type ? { ...state, wish: { ...wish, failure: event.failure } } : state;
}

/** @returns what the card knows of profiles: each type once, the newest, and the record's on its own */
export function withProfiles(
  ofRecord: Profile,
  others: readonly Profile[],
): Pick<Ready, 'profiles' | 'fields'> {
  const profiles = others.filter(
    ({ type }, index) =>
      type !== ofRecord.type && !others.slice(index + 1).some((newer) => newer.type === type),
  );
  return { profiles, fields: fieldsOfAll([ofRecord, ...profiles]) };
}

function settled(state: Ready): Ready {
  const { wish } = state;
  const isOpen = wish === null || isWriting(state) || profileKnown(state, wish.type) === null;
  return isOpen || lossesBy(state, wish.type).length > 0 ? state : agreed(state);
}
