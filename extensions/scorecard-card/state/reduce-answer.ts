import { sameValue } from '../../../src/icp/fields.ts';
import { CONFIRM_FIELD, TYPE_FIELD, stillToConfirm } from '../../../src/icp/type-change.ts';
import type { Overwrite, ScorecardRecord } from '../../../src/contract/scorecard-record.ts';

import type { AnswerEvent, CardState, Ready } from './card-state.ts';
import { type DecisionForm, EMPTY_FORM, formWith } from './decision-form.ts';
import { type Edits, faultyFields, loadedValue, shownValue, withoutStored } from './drafts.ts';
import { offeredWithout } from './reduce-draft.ts';
import { NO_CRM_FACTS } from './facts-state.ts';
import { NO_HISTORY } from './history-state.ts';
import { withStep } from './steps.ts';
import { profileShown } from './type-choice.ts';
import { withProfiles } from './reduce-type.ts';

/** Takes in an answer. Unsaved edits survive every answer but that of a clearing, which undo brings back. */
export function reduceAnswer(state: CardState, event: AnswerEvent): CardState {
  if (event.type === 'refused') {
    const { failure, call, request } = event;
    if (state.phase !== 'ready') return { phase: 'failed', request, failure };
    return { ...state, decision: refused(state.decision, event), busy: null, failure: { ...failure, call } };
  }
  if (state.phase !== 'ready') {
    return event.type === 'loaded' ? ready(event.request, event.record) : state;
  }
  switch (event.type) {
    case 'loaded':
      return { ...withRecord(state, event.record, state.edits), notWritten: [], refilled: [] };
    case 'saved':
      return saved(state, event);
    case 'cleared':
      return cleared(state, event);
    case 'decided':
      return decided(state, event);
    case 'save-undone':
      return saveUndone(state, event);
  }
}

function ready(request: number, record: ScorecardRecord): Ready {
  return {
    phase: 'ready',
    request,
    record,
    ...withProfiles(record, []),
    edits: {},
    pendingType: null,
    isOtherType: false,
    steps: [],
    typing: null,
    revisions: {},
    busy: null,
    failure: null,
    overwrote: [],
    notWritten: [],
    refilled: [],
    isSaved: false,
    decision: EMPTY_FORM,
    facts: NO_CRM_FACTS,
    history: NO_HISTORY,
    offered: record.draft,
    took: [],
    others: [],
    isDraftFailed: false,
  };
}

/** Takes a newer record. Drops edits equal to the stored value. */
function withRecord(state: Ready, record: ScorecardRecord, edits: Edits): Ready {
  const known = withProfiles(record, [...state.profiles, state.record.profile]);
  const open = withoutStored({ record, ...known, edits });
  const decision = formWith(state.decision, record);
  const next = { ...state, record, ...known, edits: open, decision, busy: null, failure: null };
  const isOtherType = state.isOtherType || profileShown(next).type !== profileShown(state).type;
  return { ...next, isOtherType: isOtherType && Object.keys(open).length > 0 };
}

/** A field edited again while the save ran keeps the newer value, as an edit of what stands there now. */
function saved(state: Ready, { answer, sent }: AnswerEvent & { type: 'saved' }): Ready {
  const unsaved = [...answer.conflicts, ...answer.notWritten].map(({ field }) => field);
  const isSaved = (name: string) => sent[name] !== undefined && !unsaved.includes(name);
  const seen = (name: string) => loadedValue({ record: answer, fields: state.fields }, name);
  const edits: Record<string, Edits[string]> = {};
  for (const [name, edit] of Object.entries(state.edits)) {
    if (!isSaved(name)) edits[name] = edit;
    else if (!sameValue(edit.value, sent[name]?.value ?? null))
      edits[name] = { seen: seen(name), value: edit.value };
  }
  // an edit undone while its save ran is an edit of what the save wrote
  for (const name of Object.keys(sent))
    if (state.edits[name] === undefined && isSaved(name))
      edits[name] = { seen: seen(name), value: shownValue(state, name) };
  for (const { field, wanted, written } of answer.conflicts) {
    const edit = edits[field];
    if (written && edit !== undefined) edits[field] = { seen: wanted, value: edit.value, wasSaved: true };
  }
  const next = withRecord(state, answer, unsaved.includes(CONFIRM_FIELD) ? askedAgain(edits) : edits);
  return {
    ...next,
    isSaved: unsaved.length === 0 && faultyFields(next).length === 0,
    offered: offeredWithout(state.offered, Object.keys(sent).filter(isSaved)),
    overwrote: merged(state.overwrote, answer.overwrote),
    notWritten: [...state.notWritten.filter(({ field }) => sent[field] === undefined), ...answer.notWritten],
    refilled: [],
  };
}

/** "Still holds" of a rating that is another one by now is taken back, unless an edit answers in its place. */
function askedAgain(edits: Edits): Edits {
  const waiting = edits[CONFIRM_FIELD];
  if (waiting === undefined || edits[TYPE_FIELD] !== undefined) return edits;
  const keys = waiting.seen as readonly string[];
  const left = stillToConfirm({ toConfirm: keys }, (name) => edits[name] !== undefined);
  if (left.length < keys.length) return edits;
  return Object.fromEntries(Object.entries(edits).filter(([name]) => name !== CONFIRM_FIELD));
}

/** Undo brings the values back, as unsaved changes. */
function cleared(state: Ready, { answer }: AnswerEvent & { type: 'cleared' }): Ready {
  const step = state.fields.map(({ name }) => ({ name, before: shownValue(state, name) }));
  const after = {
    ...withRecord(state, answer, {}),
    isSaved: answer.conflicts.length === 0,
    overwrote: merged(state.overwrote, answer.overwrote),
    notWritten: [],
    offered: null,
    refilled: answer.conflicts,
  };
  return withStep(after, step);
}

/** Unsaved edits stay. What others changed after the save that is undone stays as well, and is told. */
function saveUndone(state: Ready, { request, answer }: AnswerEvent & { type: 'save-undone' }): Ready {
  const { conflicts, notWritten } = answer;
  const untouched = { ...answer, conflicts: [], notWritten: [] };
  const next = saved(state, { type: 'saved', request, answer: untouched, sent: {} });
  const { history } = state.history;
  return {
    ...next,
    history: {
      ...state.history,
      // which save is the last one now, the next reading tells
      history: history && { ...history, undo: null },
      asks: null,
      undone: { conflicts, notWritten },
    },
  };
}

/** A decision that somebody else's change held back leaves the record as it is until the person looks at the newer one. */
function decided(state: Ready, { answer }: AnswerEvent & { type: 'decided' }): Ready {
  if (answer.conflicts.length > 0)
    return { ...state, decision: { ...state.decision, sent: null, conflict: answer }, busy: null };
  const next = withRecord(state, answer, state.edits);
  const { done } = next.decision;
  return done === null
    ? next
    : { ...next, decision: { ...next.decision, done: { ...done, replaced: answer.replaced } } };
}

/** What was refused has not arrived: the next try is another act. Of any other failure nobody knows. */
function refused(form: DecisionForm, { call, failure }: AnswerEvent & { type: 'refused' }): DecisionForm {
  return call === 'decide' && failure.code === 'invalid-input' ? { ...form, sent: null } : form;
}

/** A repeated save names again what the one before it replaced. */
function merged(before: readonly Overwrite[], newer: readonly Overwrite[]): Overwrite[] {
  const isKnown = ({ field, change: { at } }: Overwrite) =>
    before.some((known) => known.field === field && known.change.at === at);
  return [...before, ...newer.filter((one) => !isKnown(one))];
}
