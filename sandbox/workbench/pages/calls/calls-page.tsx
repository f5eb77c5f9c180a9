import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useMemo, useState } from 'react';
import { Alert, EmptyState, ErrorState, LoadingSpinner } from '../../components/feedback.tsx';
import { useAddress } from '../address.tsx';
import { useSignedIn } from '../session.tsx';
import { settings } from '../portal.ts';
import { type CallEntry, whoOf } from './call-entry.ts';
import { isAsked, parseCallFilter, type CallFilter } from './call-filter.ts';
import { CallTable } from './call-table.tsx';
import { CallTools } from './call-tools.tsx';
import { useCalls } from './use-calls.ts';

/** Rows drawn at once: drawing 10,000 would take seconds. */
const ROWS = 100;

const number = new Intl.NumberFormat('en-GB');

function countText(shown: number, found: number, all: number): string {
  const some =
    shown < found ? `Newest ${number.format(shown)} of ${number.format(found)}` : number.format(found);
  const text = `${some} ${found === 1 ? 'call' : 'calls'}`;
  return found === all ? text : `${text} that ${found === 1 ? 'fits' : 'fit'}, of ${number.format(all)}`;
}

function Found({ calls, filter }: { calls: readonly CallEntry[]; filter: CallFilter }) {
  const [rows, setRows] = useState(ROWS);
  const found = useMemo(
    () => calls.filter((entry) => isAsked(filter, entry, whoOf(entry.actor, settings))),
    [calls, filter],
  );
  if (calls.length === 0)
    return (
      <EmptyState title="No calls yet">
        Whatever the card, the app, a person or automation asks of the CRM appears here.
      </EmptyState>
    );
  if (found.length === 0)
    return <EmptyState title="No call fits">Other words or filters may find some.</EmptyState>;
  const shown = found.slice(0, rows);
  return (
    <>
      <p className="page-count">{countText(shown.length, found.length, calls.length)}</p>
      <CallTable calls={shown} />
      {shown.length < found.length && (
        <button
          type="button"
          className="ui-button is-secondary is-sm call-more"
          onClick={() => setRows(rows + ROWS)}
        >
          Show {ROWS} more
        </button>
      )}
    </>
  );
}

/** Every call to the sandbox CRM, newest first. */
export function CallsPage({ addAlert }: { addAlert: AddAlertAction }) {
  const { id: ownerId } = useSignedIn();
  const { search } = useAddress();
  const filter = useMemo(() => parseCallFilter(new URLSearchParams(search)), [search]);
  const [isFollowing, follow] = useState(true);
  const { calls, problem, clear } = useCalls(ownerId, isFollowing);
  const clearNow = () => {
    clear().catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      addAlert({ type: 'danger', title: 'The calls were not cleared', message });
    });
  };
  return (
    <main className="page-main is-wide">
      <div className="page-title">
        <h1>Calls</h1>
      </div>
      <CallTools {...{ filter, isFollowing, follow }} clear={clearNow} />
      {calls === undefined && problem === undefined && (
        <LoadingSpinner label="Loading calls" showLabel layout="centered" />
      )}
      {calls === undefined && problem !== undefined && (
        <ErrorState title="The calls could not be read">
          <p>{problem} It is tried again every moment.</p>
        </ErrorState>
      )}
      {calls !== undefined && problem !== undefined && (
        <Alert variant="warning" title="The calls may be out of date">
          {problem}
        </Alert>
      )}
      {calls !== undefined && <Found {...{ calls, filter }} />}
    </main>
  );
}
