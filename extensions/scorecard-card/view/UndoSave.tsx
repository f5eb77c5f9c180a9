import { Button, Flex, LoadingButton, Text, Tile } from '@hubspot/ui-extensions';

import type { UndoableSave } from '../../../src/contract/history.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import {
  NOT_UNDONE,
  SAVE_UNDONE,
  STANDS_AGAIN,
  askUndo,
  notUndone,
} from '../../../src/messages/history-tab.ts';

import { counted } from '../../common/display.ts';
import { Column, Notice } from '../../common/layout.tsx';
import type { Ready } from '../state/card-state.ts';
import type { Session } from '../state/session.ts';
import { notWrittenText, standsText } from './sentences.ts';

interface UndoSaveProps {
  undo: UndoableSave;
  who: string;
  state: Ready;
  session: Session;
}

/** Undoes the last save after asking in place, with what would stand there again. Its button stays, and so does the focus. */
export function UndoSave(props: UndoSaveProps) {
  const { undo, state, session } = props;
  const isAsked = state.history.asks === undo.key;
  return (
    <Column gap="xs">
      <Column align="start">
        <Button
          size="xs"
          disabled={state.busy !== null || state.history.isReading}
          onClick={() => session.askUndo(isAsked ? null : undo.key)}
        >
          Undo this save
        </Button>
      </Column>
      {isAsked && <Question {...props} />}
    </Column>
  );
}

function Question({ undo: { key, on, time, lines }, who, state, session }: UndoSaveProps) {
  const isBusy = state.busy !== null;
  return (
    <Tile compact testId="undo-save">
      <Column gap="xs">
        <Text format={{ fontWeight: 'demibold' }}>{askUndo(who, `${dayInWords(on)}, ${time}`)}</Text>
        <Column gap="flush">
          <Text variant="microcopy">{STANDS_AGAIN}</Text>
          {lines.map((line, index) => (
            <Text key={index}>{line}</Text>
          ))}
        </Column>
        <Text variant="microcopy">{state.record.texts.words.undoExplained}</Text>
        <Flex gap="sm" wrap>
          <LoadingButton
            size="xs"
            loading={state.busy === 'undo-save'}
            resultIconName={state.failure === null ? 'success' : 'warning'}
            disabled={isBusy}
            onClick={() => void session.undoSave(key)}
          >
            Undo it
          </LoadingButton>
          <Button size="xs" disabled={isBusy} onClick={() => session.askUndo(null)}>
            Leave it
          </Button>
        </Flex>
      </Column>
    </Tile>
  );
}

/** What became of an undo. */
export function UndoOutcome({ state, session }: Pick<UndoSaveProps, 'state' | 'session'>) {
  const { failure, record } = state;
  const { undone, asks, history } = state.history;
  // the undo may have been done, or another save have come first: a repeat tells, and changes nothing
  const isRepeatable = failure?.code !== 'invalid-input' && asks !== null && asks !== history?.undo?.key;
  if (failure?.call === 'undo-save')
    return (
      <Notice
        title={NOT_UNDONE}
        variant="danger"
        sentences={[failure.message]}
        link={failure.link}
        actions={[
          ...(isRepeatable ? [{ label: 'Try again', act: () => session.undoSave(asks) }] : []),
          { label: 'Load the record again', act: session.load },
        ]}
      />
    );
  if (undone === null) return null;
  const left = [
    ...undone.conflicts.map((conflict) => standsText(conflict, state)),
    ...undone.notWritten.map((field) => notWrittenText(field, state.fields)),
  ];
  return (
    <Notice
      title={left.length === 0 ? SAVE_UNDONE : notUndone(counted(left.length, 'field'))}
      variant={left.length === 0 ? 'success' : 'warning'}
      sentences={left.length === 0 ? [record.texts.words.undoOfUndo] : left}
    />
  );
}
