import type { ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import { fieldsOfAll, stateField } from '../../../src/icp/fields.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import { TYPE_FIELD, isOfTypeChange, typeOfAnswers } from '../../../src/icp/type-change.ts';

import { type TypeEvent, type Ready, isWriting } from './card-state.ts';
import { withEdits } from './steps.ts';
import { editsUnder, isTypeChanging, lossesBy, openQuestion, profileKnown } from './type-choice.ts';

/** Takes in what a person did about the type, and the questions of one. */
export function reduceType(state: Ready, event: TypeEvent): Ready {
  const { pendingType, record } = state;
  switch (event.type) {
    case 'type-picked':
      if (isWriting(state)) return state;
      return chooseIfSafe({ ...state, pendingType: { type: event.partnerType, failure: null } });
    case 'type-agreed':
      return choosePending(state);
    case 'type-kept':
      return keepType(state);
    case 'profile-shown':
      return chooseIfSafe({ ...state, ...withProfiles(record, [...state.profiles, event.profile]) });
    case 'profile-refused':
      if (pendingType?.type !== event.partnerType) return state;
      return { ...state, pendingType: { ...pendingType, failure: event.failure } };
  }
}

/** Chooses the pending type where its questions are known and nothing would be emptied; otherwise it stays pending. */
function chooseIfSafe(state: Ready): Ready {
  const { pendingType } = state;
  const isWaiting =
    pendingType === null || isWriting(state) || profileKnown(state, pendingType.type) === null;
  return isWaiting || lossesBy(state, pendingType.type).length > 0 ? state : choosePending(state);
}

function choosePending(state: Ready): Ready {
  const question = openQuestion(state);
  if (question === null) return state;
  return { ...withEdits(state, editsUnder(state, question.profile.type)), pendingType: null };
}

/** Drops the pending type. A type that was chosen and cannot be saved whole goes back to the loaded one. */
function keepType(state: Ready): Ready {
  const from = typeOfAnswers(state.record);
  if (state.pendingType !== null || from === null || !isTypeChanging(state))
    return { ...state, pendingType: null };
  return withEdits(state, editsUnder(state, from));
}

/** Accepts the type that somebody else set: drops the chosen one and what was answered for it. A flag stays. */
export function withTheirType(state: Ready): Ready {
  const others = Object.entries(state.edits).filter(
    ([name, { value }]) => name !== TYPE_FIELD && (!isOfTypeChange(name) || value === 'flagged'),
  );
  return withEdits(state, Object.fromEntries(others));
}

/**
 * @returns the profiles beside the record's, the newest of each type, and the fields of all of them. Results of checks that
 *   only other types ask are fields too: a change of type opens them.
 */
export function withProfiles(
  { profile: ofRecord, scorecard }: Pick<ScorecardRecord, 'profile' | 'scorecard'>,
  others: readonly Profile[],
): Pick<Ready, 'profiles' | 'fields'> {
  const profiles = others.filter(
    ({ type }, index) =>
      type !== ofRecord.type && !others.slice(index + 1).some((newer) => newer.type === type),
  );
  const fields = fieldsOfAll([ofRecord, ...profiles]);
  const checks = Object.keys(scorecard.checks).map((key) => stateField(key, inWords(key)));
  const further = checks.filter((check) => fields.every(({ name }) => name !== check.name));
  return { profiles, fields: [...fields, ...further] };
}

/** `Dead api` for `dead-api`, where no profile at hand has the label. */
function inWords(check: string): string {
  return `${check.charAt(0).toUpperCase()}${check.slice(1).replaceAll('-', ' ')}`;
}
