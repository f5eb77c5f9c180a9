import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';

import type { Call, Place, Ready } from './card-state.ts';
import { Clashes } from './Clashes.tsx';
import { Overwritten } from './Overwritten.tsx';
import type { Session } from './session.ts';

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
      <Clashes {...props} />
      <Overwritten {...props} />
    </>
  );
}

const TITLES: Readonly<Record<Call, string>> = {
  load: 'Not loaded again',
  save: 'Not saved; what you entered is still here',
  clear: 'Not cleared',
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
    <Alert title={TITLES[failure.call]} variant="danger">
      <Flex direction="column" gap="xs" align="start">
        <Text>{field === undefined ? failure.message : `${field.label}. ${failure.message}`}</Text>
        <Flex gap="sm" wrap>
          <Button size="xs" onClick={() => void retries[failure.call]()}>
            Try again
          </Button>
          {failure.call !== 'load' && (
            <Button size="xs" onClick={() => void session.load()}>
              Load the record again
            </Button>
          )}
        </Flex>
      </Flex>
    </Alert>
  );
}
