import { Alert, AutoGrid, Button, Text, Tile } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

import type { FieldValue } from '../../../src/icp/fields.ts';

import type { Place, Ready } from '../state/card-state.ts';
import { Column } from './layout.tsx';
import { type EditConflict, conflictsOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { isTypeChanging, savable } from '../state/type-choice.ts';
import { counted } from '../../common/display.ts';
import { changeText, valueText, whoText } from './sentences.ts';
import { THEIRS_KEPT, THEIRS_STAND, changedMeanwhile, changedSince } from '../../../src/messages/cards.ts';

interface ConflictsProps {
  state: Ready;
  place: Place;
  session: Session;
}

/** Fields that somebody else changed before or after a save: both values side by side, to pick one. */
export function Conflicts(props: ConflictsProps) {
  const { state } = props;
  const conflicts = conflictsOf(savable(state));
  const before = conflicts.filter(({ wasSaved }) => !wasSaved);
  const after = conflicts.filter(({ wasSaved }) => wasSaved);
  const who = new Set(after.map(({ change }) => (change === null ? 'somebody else' : whoText(change))));
  return (
    <>
      <ConflictAlert {...props} title={changedMeanwhile(fieldsText(before))} conflicts={before}>
        {THEIRS_KEPT}
        {isTypeChanging(state) && ' A change of type is saved whole, so nothing of yours is saved yet.'}
      </ConflictAlert>
      <ConflictAlert
        {...props}
        title={changedSince([...who].join(', '), fieldsText(after))}
        conflicts={after}
      >
        {THEIRS_STAND}
      </ConflictAlert>
    </>
  );
}

function fieldsText(conflicts: readonly EditConflict[]): string {
  return counted(conflicts.length, 'field');
}

interface ConflictAlertProps extends ConflictsProps {
  title: string;
  conflicts: readonly EditConflict[];
  children: ReactNode;
}

function ConflictAlert({ state, place, session, title, conflicts, children }: ConflictAlertProps) {
  if (conflicts.length === 0) return null;
  return (
    <Alert title={title} variant="warning">
      <Column>
        <Text>{children}</Text>
        {conflicts.map((conflict) => (
          <ConflictTile
            key={conflict.field.name}
            conflict={conflict}
            isBusy={state.busy !== null}
            onKeep={() => void session.keepMine(conflict.field.name, place)}
            onTake={() => session.takeTheirs(conflict.field.name)}
          />
        ))}
      </Column>
    </Alert>
  );
}

interface ConflictTileProps {
  conflict: EditConflict;
  isBusy: boolean;
  onKeep: () => void;
  onTake: () => void;
}

function ConflictTile({ conflict, isBusy, onKeep, onTake }: ConflictTileProps) {
  const { field, mine, theirs, change } = conflict;
  return (
    <Tile compact testId={`conflict-${field.name}`}>
      <Column gap="xs">
        <Text format={{ fontWeight: 'demibold' }}>{field.label}</Text>
        <AutoGrid columnWidth={200} flexible gap="sm">
          <Side title="Mine" value={mine} button={`Keep mine`} isBusy={isBusy} onPick={onKeep} />
          <Side
            title={change === null ? 'Theirs' : `Theirs. ${changeText(change)}`}
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
      <Text>{valueText(value)}</Text>
      <Button size="xs" disabled={isBusy} onClick={onPick}>
        {button}
      </Button>
    </Column>
  );
}
