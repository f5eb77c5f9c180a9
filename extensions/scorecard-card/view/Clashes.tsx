import { Alert, AutoGrid, Button, Text, Tile } from '@hubspot/ui-extensions';

import type { FieldValue } from '../../../src/icp/fields.ts';

import type { Place, Ready } from '../state/card-state.ts';
import { Column } from './Column.tsx';
import { type Clash, clashesOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { isTypeChanging, savable } from '../state/type-choice.ts';
import { changeWords, counted, valueWords } from './sentences.ts';

interface ClashesProps {
  state: Ready;
  place: Place;
  session: Session;
}

/** Fields that somebody else changed meanwhile: both values side by side, one to pick. */
export function Clashes({ state, place, session }: ClashesProps) {
  const clashes = clashesOf(savable(state));
  if (clashes.length === 0) return null;
  return (
    <Alert title={`Somebody else changed ${counted(clashes.length, 'field')} meanwhile`} variant="warning">
      <Column>
        <Text>
          Nothing of theirs was written over. Pick what shall stand.
          {isTypeChanging(state) && ' A change of type is saved whole, so nothing of yours is saved yet.'}
        </Text>
        {clashes.map((clash) => (
          <ClashTile
            key={clash.field.name}
            clash={clash}
            isBusy={state.busy !== null}
            onKeep={() => void session.keepMine(clash.field.name, place)}
            onTake={() => session.takeTheirs(clash.field.name)}
          />
        ))}
      </Column>
    </Alert>
  );
}

interface ClashTileProps {
  clash: Clash;
  isBusy: boolean;
  onKeep: () => void;
  onTake: () => void;
}

function ClashTile({ clash, isBusy, onKeep, onTake }: ClashTileProps) {
  const { field, mine, theirs, change } = clash;
  return (
    <Tile compact testId={`clash-${field.name}`}>
      <Column gap="xs">
        <Text format={{ fontWeight: 'demibold' }}>{field.label}</Text>
        <AutoGrid columnWidth={200} flexible gap="sm">
          <Side title="Mine" value={mine} button={`Keep mine`} isBusy={isBusy} onPick={onKeep} />
          <Side
            title={change === null ? 'Theirs' : `Theirs. ${changeWords(change)}`}
            value={theirs}
            button="Take theirs"
            isBusy={isBusy}
            onPick={onTake}
          />
        </AutoGrid>
      </Column>
    </Tile>
  );
}

interface SideProps {
  title: string;
  value: FieldValue;
  button: string;
  isBusy: boolean;
  onPick: () => void;
}

function Side({ title, value, button, isBusy, onPick }: SideProps) {
  return (
    <Column gap="xs" align="start">
      <Text variant="microcopy">{title}</Text>
      <Text>{valueWords(value)}</Text>
      <Button size="xs" disabled={isBusy} onClick={onPick}>
        {button}
      </Button>
    </Column>
  );
}
