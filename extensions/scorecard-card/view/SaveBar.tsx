import { AutoGrid, Button, Flex, LoadingButton, StatusTag, Text } from '@hubspot/ui-extensions';

import { type Place, type Ready, isWriting } from '../state/card-state.ts';
import { Column } from './layout.tsx';
import { conflictsOf, faultyFields } from '../state/drafts.ts';
import { Outcome } from './Outcome.tsx';
import type { Session } from '../state/session.ts';
import { savable, strayFields } from '../state/type-choice.ts';
import { correctFirst, keptUnsaved } from '../../../src/messages/cards.ts';

interface SaveBarProps {
  state: Ready;
  place: Place;
  session: Session;
}

/**
 * Save, undo, discard, and the outcome of the last call. The text beside the
 * buttons has its own column, so that it never wraps and pushes the rows down.
 */
export function SaveBar({ state, place, session }: SaveBarProps) {
  const faulty = faultyFields(savable(state));
  const strays = strayFields(state);
  const isBusy = isWriting(state);
  const unsaved = Object.keys(state.edits).length;
  return (
    <Column gap="xs">
      <AutoGrid columnWidth={260} gap="xs">
        <Flex align="center" gap="sm">
          <LoadingButton
            variant={unsaved > 0 ? 'primary' : 'secondary'}
            size="sm"
            loading={state.busy === 'save'}
            // by default the button shows a tick after a failure too
            resultIconName={state.isSaved ? 'success' : 'warning'}
            disabled={faulty.length > 0 || state.busy === 'clear'}
            onClick={() => void session.save(place)}
          >
            Save
          </LoadingButton>
          <Button size="sm" disabled={isBusy || state.steps.length === 0} onClick={session.undo}>
            Undo
          </Button>
          <Button size="sm" disabled={isBusy || unsaved === 0} onClick={session.discard}>
            Discard
          </Button>
        </Flex>
        <Flex align="center">
          <Status state={state} unsaved={unsaved} />
        </Flex>
      </AutoGrid>
      {faulty.length > 0 && <Text>{correctFirst(faulty.map(({ label }) => label).join(', '))}</Text>}
      {strays.length > 0 && <Text>{keptUnsaved(strays.map(({ label }) => label).join(', '))}</Text>}
      {state.place === place && <Outcome state={state} place={place} session={session} />}
    </Column>
  );
}

function Status({ state, unsaved }: { state: Ready; unsaved: number }) {
  if (state.busy === 'save') return <StatusTag variant="info">Saving</StatusTag>;
  if (state.busy === 'clear') return <StatusTag variant="info">Clearing</StatusTag>;
  if (state.busy === 'load') return <StatusTag variant="info">Loading</StatusTag>;
  const conflicts = conflictsOf(savable(state)).length;
  if (conflicts > 0)
    return <StatusTag variant="warning">{`${unsaved} unsaved, ${conflicts} to pick`}</StatusTag>;
  if (unsaved > 0) return <StatusTag variant="warning">{`${unsaved} unsaved`}</StatusTag>;
  if (state.isSaved) return <StatusTag variant="success">Saved in HubSpot</StatusTag>;
  return <StatusTag hollow>Nothing unsaved</StatusTag>;
}
