import { Alert, AutoGrid, Button, Text, Tile } from '@hubspot/ui-extensions';

import type { FieldValue } from '../../../src/icp/fields.ts';

import type { Ready } from '../state/card-state.ts';
import { Column } from '../../common/layout.tsx';
import { type EditConflict, conflictsOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { isTypeChanging, savable } from '../state/type-choice.ts';
import { counted } from '../../common/display.ts';
import { type Names, changeText, valueText } from './sentences.ts';
import { changedMeanwhile, changedSince } from '../../../src/messages/cards.ts';
import { undoneUnderEdit } from '../../../src/messages/history-tab.ts';
import { whoText } from '../../../src/messages/people.ts';

interface ConflictsProps {
  state: Ready;
  session: Session;
}

/** Fields that somebody else changed before or after a save: both values side by side, to pick one. */
export function Conflicts({ state, session }: ConflictsProps) {
  const conflicts = conflictsOf(savable(state));
  const { record } = state;
  const { words } = record.texts;
  return [false, true].map((isAfter) => {
    const some = conflicts.filter(({ wasSaved }) => wasSaved === isAfter);
    if (some.length === 0) return null;
    const fields = counted(some.length, 'field');
    return (
      <Alert
        key={String(isAfter)}
        title={isAfter ? changedSince(authorsOf(some, record), fields) : titleOf(some, state)}
        variant="warning"
      >
        <Column>
          <Text>
            {words.theirsKept}
            {!isAfter && isTypeChanging(state) && ` ${words.typeSavedWhole}`}
          </Text>
          {some.map((conflict) => (
            <ConflictTile
              key={conflict.field.name}
              conflict={conflict}
              record={record}
              isBusy={state.busy !== null}
              onKeep={() => void session.keepMine(conflict.field.name)}
              onTake={() => session.takeTheirs(conflict.field.name)}
            />
          ))}
        </Column>
      </Alert>
    );
  });
}

/** What an undo of one's own put back is nobody else's change. */
function titleOf(some: readonly EditConflict[], { history: { undone } }: Ready): string {
  const fields = counted(some.length, 'field');
  const isOthers = ({ field: { name } }: EditConflict) =>
    undone === null || undone.conflicts.some(({ field }) => field === name);
  return some.some(isOthers) ? changedMeanwhile(fields) : undoneUnderEdit(fields);
}

function authorsOf(conflicts: readonly EditConflict[], record: Names): string {
  const who = conflicts.map(({ change }) => (change === null ? 'somebody else' : whoText(change, record)));
  return [...new Set(who)].join(', ');
}

interface ConflictTileProps {
  conflict: EditConflict;
  record: Names;
  isBusy: boolean;
  onKeep: () => void;
  onTake: () => void;
}

function ConflictTile({ conflict, record, isBusy, onKeep, onTake }: ConflictTileProps) {
  const { field, mine, theirs, change } = conflict;
  return (
    <Tile compact testId={`conflict-${field.name}`}>
      <Column gap="xs">
        <Text format={{ fontWeight: 'demibold' }}>{field.label}</Text>
        <AutoGrid columnWidth={200} flexible gap="sm">
          <Side title="Mine" value={mine} button={`Keep mine`} isBusy={isBusy} onPick={onKeep} />
          <Side
            title={change === null ? 'Theirs' : `Theirs. ${changeText(change, record)}`}
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
