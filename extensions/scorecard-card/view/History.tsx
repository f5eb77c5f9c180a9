import { Button, Heading, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';

import type { ScorecardHistory } from '../../../src/contract/history.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import { HISTORY_NOT_READ, NO_SUCH_ENTRY } from '../../../src/messages/history-tab.ts';

import { Actions, Column, Notice } from '../../common/layout.tsx';
import { byDay, shownEntries } from '../state/history-filter.ts';
import type { TabProps } from './card-view.ts';
import { HistoryEntry } from './HistoryEntry.tsx';
import { HistoryFilters } from './HistoryFilters.tsx';
import { UndoOutcome } from './UndoSave.tsx';

/** Who changed what, newest first, and why the lane changed. It is read each time the tab is opened, and after each write. */
export function History({ view: { state, record }, session }: TabProps) {
  const { history, isReading, failure } = state.history;
  useEffect(() => {
    void session.readHistory();
  }, [session, record]);
  const failed = failure !== null && (
    <Notice
      title={HISTORY_NOT_READ}
      variant="danger"
      sentences={[failure.message]}
      link={failure.link}
      actions={[{ label: 'Try again', act: session.readHistory, isDisabled: isReading }]}
    />
  );
  if (history === null) return failed || <LoadingSpinner label="Reading the history" showLabel />;
  return (
    <Column gap="md">
      <UndoOutcome state={state} session={session} />
      {failed}
      {history.entries.length === 0 ? (
        <Text>{record.texts.words.historyEmpty}</Text>
      ) : (
        <Entries history={history} state={state} session={session} />
      )}
    </Column>
  );
}

/** How many entries are drawn at first, and how many more each time. */
const PAGE = 25;

type EntriesProps = Pick<TabProps, 'session'> & {
  history: ScorecardHistory;
  state: TabProps['view']['state'];
};

function Entries({ history, state, session }: EntriesProps) {
  const [most, setMost] = useState(PAGE);
  const shown = shownEntries(history, state.history);
  const showAll = () => {
    session.chooseKinds([]);
    session.chooseLaneOnly(false);
  };
  return (
    <>
      <HistoryFilters history={history} choice={state.history} session={session} />
      {history.noUndo !== null && <Text variant="microcopy">{history.noUndo}</Text>}
      {shown.length === 0 && (
        <Column gap="xs" align="start">
          <Text>{NO_SUCH_ENTRY}</Text>
          <Actions actions={[{ label: 'Show all', act: showAll }]} />
        </Column>
      )}
      {byDay(shown.slice(0, most)).map(({ on, entries }) => (
        <Column key={on} gap="sm">
          <Heading>{dayInWords(on)}</Heading>
          {entries.map((entry) => (
            <HistoryEntry key={entry.key} entry={entry} history={history} state={state} session={session} />
          ))}
        </Column>
      ))}
      {shown.length > most ? (
        <Column align="start">
          <Button size="xs" onClick={() => setMost(most + PAGE)}>
            {`Show older (${shown.length - most})`}
          </Button>
        </Column>
      ) : (
        history.end !== '' && <Text variant="microcopy">{history.end}</Text>
      )}
    </>
  );
}
