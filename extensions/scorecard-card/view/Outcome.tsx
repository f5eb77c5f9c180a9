import type { Call, Place, Ready } from '../state/card-state.ts';
import { Conflicts } from './Conflicts.tsx';
import { Notice } from './layout.tsx';
import { Overwritten } from './Overwritten.tsx';
import type { Session } from '../state/session.ts';
import { NOT_CLEARED, NOT_SAVED } from '../../../src/messages/cards.ts';

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
