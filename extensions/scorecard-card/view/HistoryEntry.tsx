import { Button, Flex, Tag, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import type {
  HistoryChange,
  HistoryEntry as Entry,
  HistoryLane,
  ScorecardHistory,
} from '../../../src/contract/history.ts';
import { LANE_CHANGE_CAUSES } from '../../../src/icp/lane-change.ts';
import { LANE_LABELS } from '../../../src/icp/lanes.ts';

import { LANE_COLOURS, counted } from '../../common/display.ts';
import { Column } from '../../common/layout.tsx';
import type { Ready } from '../state/card-state.ts';
import type { Session } from '../state/session.ts';
import { LinkedText } from './LinkedText.tsx';
import { UndoSave } from './UndoSave.tsx';

interface HistoryEntryProps {
  entry: Entry;
  history: ScorecardHistory;
  state: Ready;
  session: Session;
}

/** One write: when, who, what it did to the lane and to the fields. The newest save can be undone. */
export function HistoryEntry({ entry, history, state, session }: HistoryEntryProps) {
  const { time, who, title, lane, changes } = entry;
  return (
    <Column gap="flush">
      <Text variant="microcopy">{`${time} · ${who}`}</Text>
      {lane === null ? <Text format={{ fontWeight: 'demibold' }}>{title}</Text> : <Lane lane={lane} />}
      <Changes changes={changes} />
      {history.undo?.key === entry.key && (
        <UndoSave undo={history.undo} who={who} state={state} session={session} />
      )}
    </Column>
  );
}

function Lane({ lane: { from, to, cause } }: { lane: HistoryLane }) {
  const label = LANE_CHANGE_CAUSES.find(({ key }) => key === cause)?.label;
  return (
    <Flex align="center" gap="xs" wrap>
      <LaneTag lane={from} />
      <Text inline>{'->'}</Text>
      <LaneTag lane={to} />
      {label !== undefined && <Tag>{label}</Tag>}
    </Flex>
  );
}

function LaneTag({ lane }: { lane: HistoryLane['from'] }) {
  if (lane === null || lane === 'unknown') return <Tag>{lane === null ? 'Not rated' : 'Not known'}</Tag>;
  return <Tag variant={LANE_COLOURS[lane]}>{LANE_LABELS[lane]}</Tag>;
}

/** So many changes stand there at once. */
const FEW = 3;

function Changes({ changes }: { changes: readonly HistoryChange[] }) {
  const isLong = changes.length > FEW;
  const [isOpen, setOpen] = useState(!isLong);
  return (
    <Column gap="flush" align="start">
      {isOpen && changes.map((change) => <Change key={change.field} change={change} />)}
      {isLong && (
        <Button size="xs" variant="transparent" onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide changes' : `Show ${counted(changes.length, 'change')}`}
        </Button>
      )}
    </Column>
  );
}

/** A value of this length or more comes shortened. */
const LONG = 60;

function Change({ change: { label, from, to, text } }: { change: HistoryChange }) {
  const [isWhole, setWhole] = useState(false);
  const isShortened = Math.max(from?.length ?? 0, to.length) >= LONG;
  return (
    <Column gap="flush" align="start">
      <Text>{`${label}: ${text}`}</Text>
      {isShortened && (
        <Button size="xs" variant="transparent" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Hide the texts' : `Show the whole texts`}
        </Button>
      )}
      {isWhole && (
        <>
          <Value title="Before" text={from ?? 'Not known'} />
          <Value title="After" text={to} />
        </>
      )}
    </Column>
  );
}

function Value({ title, text }: { title: string; text: string }) {
  return (
    <Column gap="flush">
      <Text variant="microcopy">{title}</Text>
      <LinkedText text={text === '' ? 'Empty' : text} />
    </Column>
  );
}
