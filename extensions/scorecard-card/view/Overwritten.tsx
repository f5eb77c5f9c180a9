import { Alert, Text } from '@hubspot/ui-extensions';

import { Actions, Column } from '../../common/layout.tsx';
import type { Ready } from '../state/card-state.ts';
import type { Session } from '../state/session.ts';
import { changeText, fieldLabel, valueText } from './sentences.ts';
import { WROTE_OVER } from '../../../src/messages/cards.ts';

interface OverwrittenProps {
  state: Ready;
  session: Session;
}

/** Other people's values that a save or a clearing replaced. Each can be put back. */
export function Overwritten({ state, session }: OverwrittenProps) {
  if (state.overwrote.length === 0) return null;
  return (
    <Alert title={WROTE_OVER} variant="warning">
      <Column>
        {state.overwrote.map((overwrite) => {
          const { field, lost, change } = overwrite;
          return (
            <Column key={`${field} ${change.at}`} gap="xs" align="start">
              <Text>{`${fieldLabel(field, state.fields)} was ${valueText(lost)}. ${changeText(change, state.record)}.`}</Text>
              <Actions
                actions={[
                  {
                    label: 'Put back',
                    act: () => session.putBack(overwrite),
                    isDisabled: state.busy !== null,
                  },
                  { label: 'Leave as saved', act: () => session.leaveAlone(overwrite) },
                ]}
              />
            </Column>
          );
        })}
      </Column>
    </Alert>
  );
}
