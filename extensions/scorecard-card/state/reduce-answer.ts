import { sameValue } from '../../../src/icp/fields.ts';
import type { Overwrite, ScorecardRecord } from '../../../src/contract/scorecard-record.ts';

import type { AnswerEvent, CardState, Ready } from './card-state.ts';
import { type Edits, loadedValue, shownValue } from './drafts.ts';
import { withStep } from './steps.ts';
import { profileShown } from './type-choice.ts';
import { withProfiles } from './reduce-type.ts';

/** Takes in an answer. Unsaved edits survive every answer but that of a clearing, which undo brings back. */
export function reduceAnswer(state: CardState, event: AnswerEvent): CardState {
  if (event.type === 'refused') {
    const { failure, call, request } = event;
    if (state.phase !== 'ready') return { phase: 'failed', request, failure };
    return { ...state, busy: null, failure: { ...failure, call } };
  }
  if (state.phase !== 'ready') {
    return event.type === 'loaded' ? ready(event.request, event.record) : state;
  }
  switch (event.type) {
    case 'loaded':
      return withRecord(state, event.record, state.edits);
    case 'saved':
      return saved(state, event);
    case 'cleared':
      return cleared(state, event);
  }
}

function ready(request: number, record: ScorecardRecord): Ready {
  return {
    phase: 'ready',
    request,
    record,
    ...withProfiles(record.profile, []),
    edits: {},
    pendingType: null,
    isOtherType: false,
    steps: [],
    typing: null,
    busy: null,
    failure: null,
    overwrote: [],
    isSaved: false,
    place: 'top',
  };
}

/** Takes a newer record. Drops edits equal to the stored value. */
function withRecord(state: Ready, record: ScorecardRecord, edits: Edits): Ready {
  const known = withProfiles(record.profile, [...state.profiles, state.record.profile]);
  const open = Object.entries(edits).filter(
    ([name, { value }]) => !sameValue(value, loadedValue({ record, ...known }, name)),
  );
  const next = { ...state, record, ...known, edits: Object.fromEntries(open), busy: null, failure: null };
  const isOtherType = state.isOtherType || profileShown(next).type !== profileShown(state).type;
  return { ...next, isOtherType: isOtherType && open.length > 0 };
}

/** A field edited again while the save ran keeps the newer value, as an edit of what the save wrote. */
function saved(state: Ready, { answer, sent }: AnswerEvent & { type: 'saved' }): Ready {
  const conflicting = new Set(answer.conflicts.map(({ field }) => field));
  const edits: Record<string, Edits[string]> = {};
  for (const [name, edit] of Object.entries(state.edits)) {
    const written = conflicting.has(name) ? undefined : sent[name];
    if (written === undefined) edits[name] = edit;
    else if (!sameValue(edit.value, written.value)) edits[name] = { seen: written.value, value: edit.value };
  }
  // an edit undone while its save ran is an edit of what the save wrote
  for (const [name, written] of Object.entries(sent))
    if (state.edits[name] === undefined && !conflicting.has(name))
      edits[name] = { seen: written.value, value: shownValue(state, name) };
  return {
    ...withRecord(state, answer, edits),
    isSaved: conflicting.size === 0,
    overwrote: merged(state.overwrote, answer.overwrote),
  };
}

/** Undo brings the values back, as unsaved changes. */
function cleared(state: Ready, { answer }: AnswerEvent & { type: 'cleared' }): Ready {
  const step = state.fields.map(({ name }) => ({ name, before: shownValue(state, name) }));
  const overwrote = merged(state.overwrote, answer.overwrote);
  return withStep({ ...withRecord(state, answer, {}), isSaved: true, overwrote }, step);
}

function merged(before: readonly Overwrite[], newer: readonly Overwrite[]): Overwrite[] {
  return [...before.filter(({ field }) => !newer.some((other) => other.field === field)), ...newer];
}
