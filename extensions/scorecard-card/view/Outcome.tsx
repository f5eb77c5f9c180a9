import { Text } from '@hubspot/ui-extensions';

import type { Field } from '../../../src/icp/fields.ts';
import { inSentence } from '../../../src/icp/profile.ts';

import { counted } from '../../common/display.ts';
import type { Call, Ready } from '../state/card-state.ts';
import { Conflicts } from './Conflicts.tsx';
import { type Action, Notice } from '../../common/layout.tsx';
import { Overwritten } from './Overwritten.tsx';
import { faultyFields } from '../state/drafts.ts';
import { savable, strayFields } from '../state/type-choice.ts';
import type { Session } from '../state/session.ts';
import { fieldLabel, notWrittenText, standsText } from './sentences.ts';
import {
  NOT_CLEARED,
  NOT_SAVED,
  NOT_TAKEN_OVER,
  correctFirst,
  keptUnsaved,
  notWritten,
  refilled,
} from '../../../src/messages/cards.ts';

interface OutcomeProps {
  state: Ready;
  session: Session;
  /** Opens the tab and the input of a field. */
  goTo: (field: string) => void;
}

/** What keeps a save back, and what the last call left for a person to decide. */
export function Outcome(props: OutcomeProps) {
  return (
    <>
      <Faulty {...props} />
      <CallFailure {...props} />
      <HeldBack {...props} />
      <Refilled {...props} />
      {isJustCleared(props.state) && <Text>{props.state.record.texts.words.cleared}</Text>}
      <Conflicts {...props} />
      <Overwritten {...props} />
    </>
  );
}

/** The tabs "Decide" and "History" tell of their own calls. */
type ToldCall = Exclude<Call, 'decide' | 'undo-save'>;

const TITLES: Readonly<Record<ToldCall, string>> = {
  load: 'Not loaded again',
  save: NOT_SAVED,
  clear: NOT_CLEARED,
  'take-over': NOT_TAKEN_OVER,
};

/** Fields that keep every other one back, and fields that no save sends. */
function Faulty({ state, goTo }: OutcomeProps) {
  const faulty = faultyFields(savable(state));
  const strays = strayFields(state);
  return (
    <>
      {faulty.length > 0 && (
        <Notice
          title={correctFirst(faulty.map(({ label }) => label).join(', '))}
          variant="danger"
          sentences={[]}
          actions={faulty.map((field) => wayTo(field, goTo))}
        />
      )}
      {strays.length > 0 && <Text>{keptUnsaved(strays.map(({ label }) => label).join(', '))}</Text>}
    </>
  );
}

function wayTo({ name, label }: Pick<Field, 'name' | 'label'>, goTo: OutcomeProps['goTo']): Action {
  return { label: `Go to ${inSentence(label)}`, act: () => goTo(name) };
}

function CallFailure({ state: { failure, fields }, session, goTo }: OutcomeProps) {
  if (failure === null || failure.call === 'decide' || failure.call === 'undo-save') return null;
  const retries: Readonly<Record<ToldCall, () => Promise<void>>> = {
    load: session.load,
    save: () => session.save(),
    clear: session.clear,
    'take-over': session.takeOver,
  };
  const field = fields.find(({ name }) => name === failure.field?.replace(/^ipp_/, ''));
  return (
    <Notice
      title={TITLES[failure.call]}
      variant="danger"
      sentences={[field === undefined ? failure.message : `${field.label}. ${failure.message}`]}
      link={failure.link}
      actions={[
        { label: 'Try again', act: retries[failure.call] },
        ...(field === undefined ? [] : [wayTo(field, goTo)]),
        ...(failure.call === 'load' ? [] : [{ label: 'Load the record again', act: session.load }]),
      ]}
    />
  );
}

/** Fields that the save could not write, each with its reason. A save that failed altogether says its own. */
function HeldBack({ state: { notWritten: fields, edits, failure, ...state }, goTo }: OutcomeProps) {
  const held = fields.filter(({ field }) => edits[field] !== undefined);
  if (held.length === 0 || failure !== null) return null;
  const sentences = held.map((one) => notWrittenText(one, state.fields));
  return (
    <Notice
      title={notWritten(counted(held.length, 'field'))}
      sentences={sentences}
      actions={held.map(({ field }) => wayTo({ name: field, label: fieldLabel(field, state.fields) }, goTo))}
    />
  );
}

/** An undo of the first save empties the scorecard too, but the button "Undo" does not take it back. */
function isJustCleared({ isSaved, record, edits, steps, history }: Ready): boolean {
  const isEmptied = isSaved && record.state === 'never-scored' && history.undone === null;
  return isEmptied && steps.length > 0 && Object.keys(edits).length === 0;
}

/** What somebody filled in right after a clearing had emptied it. */
function Refilled({ state }: OutcomeProps) {
  if (state.refilled.length === 0) return null;
  const values = state.refilled.map((conflict) => standsText(conflict, state));
  return (
    <Notice
      title={refilled(counted(values.length, 'field'))}
      sentences={[...values, state.record.texts.words.refilledStay]}
    />
  );
}
