import {
  Flex,
  ProgressBar,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

import type { TriageOutcome } from '../../../src/contract/triage.ts';
import * as say from '../../../src/messages/triage-panel.ts';
import type { TagColour } from '../../common/display.ts';
import { Column, Notice } from '../../common/layout.tsx';
import { type Acting, openIds, tallyOf } from '../state/acting.ts';
import { PAGE } from './ActPreview.tsx';

/** How far a run is. */
export function RunProgress({ state }: { state: Acting }) {
  const { phase, ticked } = state;
  const handled = ticked.length - tallyOf(state).open;
  return (
    <ProgressBar
      title={phase === 'stopping' ? say.STOPPING : say.APPLYING}
      value={handled}
      maxValue={Math.max(1, ticked.length)}
      valueDescription={say.appliedSoFar(handled, ticked.length)}
    />
  );
}

interface ActResultsProps {
  state: Acting;
  reloadPage: () => void;
}

/** How far a run came, what became of each company, and how it is taken back. */
export function ActResults({ state, reloadPage }: ActResultsProps) {
  const { ticked, failure, act } = state;
  const tally = tallyOf(state);
  const isWritten = tally.done + tally.unknown > 0;
  const rest = say.outcomeCounts(tally);
  return (
    <Column>
      <Notice
        title={say.doneOf(tally.done, ticked.length)}
        variant={failure !== null ? 'danger' : tally.done === ticked.length ? 'success' : 'warning'}
        sentences={[
          ...(failure === null ? [] : [failure.message]),
          ...(rest === '' ? [] : [rest]),
          ...(openIds(state).length > 0 ? [say.GO_ON_IS_SAFE] : []),
          ...(isWritten ? [say.RELOAD_LIST] : []),
          ...(isWritten && act !== null ? [TAKEN_BACK[act.kind]] : []),
        ]}
        link={failure?.link}
        actions={isWritten ? [{ label: say.RELOAD, act: reloadPage }] : []}
      />
      <ResultTable state={state} />
    </Column>
  );
}

/** How an act is taken back. */
const TAKEN_BACK = {
  'set-type': say.UNDO_ON_CARD,
  start: say.UNDO_ON_CARD,
  'take-over': say.TAKEN_OVER,
  decide: say.DECIDE_ANEW,
} as const;

const COLOURS: Readonly<Record<TriageOutcome, TagColour>> = {
  done: 'success',
  unchanged: 'default',
  refused: 'warning',
  failed: 'error',
  unknown: 'error',
};

/** What needs a person comes first. */
const ORDER: readonly TriageOutcome[] = ['refused', 'unknown', 'failed', 'unchanged', 'done'];

function ResultTable({ state: { plans, ticked, results } }: { state: Acting }) {
  const [page, setPage] = useState(1);
  const rows = ticked
    .flatMap((id) => results[id] ?? [])
    .sort((one, other) => ORDER.indexOf(one.outcome) - ORDER.indexOf(other.outcome));
  if (rows.length === 0) return null;
  const pageCount = Math.ceil(rows.length / PAGE);
  const paging =
    pageCount > 1 ? ({ paginated: true, pageCount, page, onPageChange: setPage } as const) : ({} as const);
  const nameOf = (id: string) => plans.find(({ companyId }) => companyId === id)?.companyName ?? id;
  return (
    <Table bordered density="condensed" {...paging}>
      <TableHead>
        <TableRow>
          <TableHeader>Company</TableHeader>
          <TableHeader>Result</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.slice((page - 1) * PAGE, page * PAGE).map(({ companyId, outcome, sentence }) => (
          <TableRow key={companyId}>
            <TableCell>{nameOf(companyId)}</TableCell>
            <TableCell>
              <Flex direction="column" gap="flush" align="start">
                <Tag variant={COLOURS[outcome]}>{say.OUTCOMES[outcome]}</Tag>
                {sentence !== '' && <Text variant="microcopy">{sentence}</Text>}
              </Flex>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
