import { Button, Flex, Tag, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import type {
  HistoryChange,
  HistoryEntry as Entry,
  HistoryLane,
  ScorecardHistory,
} from '../../../src/contract/history.ts';
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

/** One write: when, who, what it did to the lane and to the fields. The last save can be undone. */
export function HistoryEntry({ entry, history, state, session }: HistoryEntryProps) {
  const { time, who, title, kinds, lane, changes } = entry;
  const [isOpen, setOpen] = useState(false);
  const isMany = changes.length > FEW;
  // elsewhere it only repeats the lanes or the changes
  const isTold = lane === null ? isMany || !isListOf(changes, title) : kinds.includes('emptied');
  return (
    <Column gap="xs">
      <Column gap="flush" align="start">
        <Text variant="microcopy">{`${time} · ${who}`}</Text>
        {lane !== null && <Lane lane={lane} kinds={history.kinds} />}
        {isTold && <Text>{title}</Text>}
        {(isOpen || !isMany) && changes.map((change) => <Change key={change.field} change={change} />)}
        {isMany && (
          <Button size="xs" variant="transparent" onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide changes' : `Show ${counted(changes.length, 'change')}`}
          </Button>
        )}
      </Column>
      {history.undo?.key === entry.key && (
        <UndoSave undo={history.undo} who={who} state={state} session={session} />
      )}
    </Column>
  );
}

/** So many changes stand there at once. */
const FEW = 3;

/** Whether the title only repeats the changes. */
function isListOf([first]: readonly HistoryChange[], title: string): boolean {
  return first !== undefined && title.startsWith(changeText(first));
}

function changeText({ label, text }: HistoryChange): string {
  return `${label}: ${text}`;
}

interface LaneProps extends Pick<ScorecardHistory, 'kinds'> {
  lane: HistoryLane;
}

function Lane({ lane: { from, to, cause }, kinds }: LaneProps) {
  const label = kinds.find(({ key }) => key === cause)?.label;
  return (
    <Flex align="center" gap="xs" wrap>
      <LaneTag lane={from} none="Not scored" />
      <Text inline>{'->'}</Text>
      <LaneTag lane={to} none="No verdict" />
      {label !== undefined && <Tag>{label}</Tag>}
    </Flex>
  );
}

/** @param none stands where there is no lane */
function LaneTag({ lane, none }: { lane: HistoryLane['from']; none: string }) {
  if (lane === null || lane === 'unknown') return <Tag>{lane === null ? none : 'Unknown'}</Tag>;
  return <Tag variant={LANE_COLOURS[lane]}>{LANE_LABELS[lane]}</Tag>;
}

/** More characters than these come shortened. */
const LONG = 120;

function Change({ change }: { change: HistoryChange }) {
  const [isWhole, setWhole] = useState(false);
  const { from, to } = change;
  const isShortened = [from ?? '', to].some((text) => text.length > LONG || /[\r\n]/.test(text));
  return (
    <>
      <Text>{changeText(change)}</Text>
      {isShortened && (
        <Button size="xs" variant="transparent" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Hide the whole texts' : 'Show the whole texts'}
        </Button>
      )}
      {isWhole && (
        <>
          <Value title="Before" text={from ?? 'Unknown'} />
          <Value title="After" text={to} />
        </>
      )}
    </>
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
