import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';

import type { Place, Ready } from './card-state.ts';
import type { Session } from './session.ts';
import { changeWords, valueWords } from './words.ts';

interface OverwrittenProps {
  state: Ready;
  place: Place;
  session: Session;
}

/** Values of others that came in while a save ran and were written over: each can be put back. */
export function Overwritten({ state, place, session }: OverwrittenProps) {
  if (state.overwrote.length === 0) return null;
  return (
    <Alert title="The save wrote over somebody else's change" variant="warning">
      <Flex direction="column" gap="sm">
        {state.overwrote.map((overwrite) => {
          const { field, lost, change } = overwrite;
          const label = state.fields.find(({ name }) => name === field)?.label ?? field;
          return (
            <Flex key={field} direction="column" gap="xs" align="start">
              <Text>{`${label} was ${valueWords(lost)}. ${changeWords(change)}.`}</Text>
              <Flex gap="sm" wrap>
                <Button
                  size="xs"
                  disabled={state.busy !== null}
                  onClick={() => void session.putBack(overwrite, place)}
                >
                  Put back
                </Button>
                <Button size="xs" variant="transparent" onClick={() => session.leaveAlone(field)}>
                  Leave as saved
                </Button>
              </Flex>
            </Flex>
          );
        })}
      </Flex>
    </Alert>
  );
}
