import { counted } from '../../common/display.ts';
import type { Call, Place, Ready } from '../state/card-state.ts';
import { Conflicts } from './Conflicts.tsx';
import { Notice } from './layout.tsx';
import { Overwritten } from './Overwritten.tsx';
import type { Session } from '../state/session.ts';
import { changeText, fieldLabel, valueText } from './sentences.ts';
import { NOT_CLEARED, NOT_SAVED, REFILLED_STAY, notWritten, refilled } from '../../../src/messages/cards.ts';

interface OutcomeProps {
  state: Ready;
  place: Place;
  session: Session;
}

/** What the last call left for a person to decide. */
export function Outcome(props: OutcomeProps) {
  return (
    <>
      <CallFailure {...props} />
      <HeldBack {...props} />
      <Refilled {...props} />
      <Conflicts {...props} />
      <Overwritten {...props} />
    </>
  );
}

const TITLES: Readonly<Record<Call, string>> = {
  load: 'Not loaded again',
  save: NOT_SAVED,
  clear: NOT_CLEARED,
};

function CallFailure({ state: { failure, fields }, place, session }: OutcomeProps) {
  if (failure === null) return null;
  const retries: Readonly<Record<Call, () => Promise<void>>> = {
    load: session.load,
    save: () => session.save(place),
    clear: session.clear,
  };
  const field = fields.find(({ name }) => name === failure.field?.replace(/^ipp_/, ''));
  return (
    <Notice
      title={TITLES[failure.call]}
      variant="danger"
      sentences={[field === undefined ? failure.message : `${field.label}. ${failure.message}`]}
      actions={[
        { label: 'Try again', act: retries[failure.call] },
        ...(failure.call === 'load' ? [] : [{ label: 'Load the record again', act: session.load }]),
      ]}
    />
  );
}

/** Fields that the save could not write, each with its reason. A save that failed altogether says its own. */
function HeldBack({ state: { notWritten: fields, edits, failure, ...state } }: OutcomeProps) {
  const held = fields.filter(({ field }) => edits[field] !== undefined);
  if (held.length === 0 || failure !== null) return null;
  const sentences = held.map(
    ({ field, message }) => `${fieldLabel(field, state.fields)}. ${withoutName(message, field)}`,
  );
  return <Notice title={notWritten(counted(held.length, 'field'))} sentences={sentences} />;
}

function withoutName(message: string, field: string): string {
  const name = `${field}: `;
  return message.startsWith(name) ? message.slice(name.length) : message;
}

/** What somebody filled in right after a clearing had emptied it. */
function Refilled({ state }: OutcomeProps) {
  if (state.refilled.length === 0) return null;
  const values = state.refilled.map(({ field, found, change }) => {
    const value = `${fieldLabel(field, state.fields)} is ${valueText(found)}.`;
    return change === null ? value : `${value} ${changeText(change)}.`;
  });
  return <Notice title={refilled(counted(values.length, 'field'))} sentences={[...values, REFILLED_STAY]} />;
}
