import { memo } from 'react';
import { StatusTag } from '../../components/tags.tsx';
import { settings } from '../portal.ts';
import { isUnderWay, type CallEntry, whoOf } from './call-entry.ts';

const timeZone = settings.portal.timezone;
const time = new Intl.DateTimeFormat('en-GB', {
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
  timeZone,
});
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone });

/** A moment to the millisecond, in the portal's time zone. @param at ISO 8601 */
function timeText(at: string): string {
  return time.format(new Date(at));
}

/** The day of a moment; empty for today. @param at ISO 8601 */
function otherDayText(at: string): string {
  const text = day.format(new Date(at));
  return text === day.format(new Date()) ? '' : text;
}

const HEADS = ['Time', 'Call', 'Who', 'Scope used', 'Status', 'Took'];

function CallPath({ entry: { method, path, query } }: { entry: CallEntry }) {
  const call = (
    <>
      <span className="call-method">{method}</span> <span className="call-path">{path}</span>
    </>
  );
  if (query.length === 0) return <div className="call">{call}</div>;
  return (
    <details className="call">
      <summary>
        {call} <span className="page-quiet">?{query.map((part) => part.split('=')[0]).join(', ')}</span>
      </summary>
      <ul>
        {query.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </details>
  );
}

function Status({ entry }: { entry: CallEntry }) {
  const { status } = entry;
  if (status === 0)
    return isUnderWay(entry) ? (
      <span className="page-quiet">under way</span>
    ) : (
      <StatusTag variant="danger">no answer</StatusTag>
    );
  if (status < 400) return <>{status}</>;
  return <StatusTag variant={status < 500 ? 'warning' : 'danger'}>{status}</StatusTag>;
}

/** Memoised: drawn again only when its call has finished. */
const Row = memo(function Row({ entry }: { entry: CallEntry }) {
  const { at, actor, scopes, fault, ms } = entry;
  const day = otherDayText(at);
  return (
    <tr>
      <td data-label="Time" className="log-time">
        <time dateTime={at}>
          {timeText(at)}
          {day !== '' && <span className="log-by">{day}</span>}
        </time>
      </td>
      <th scope="row" data-label="Call">
        <CallPath entry={entry} />
      </th>
      <td data-label="Who">{whoOf(actor, settings).name}</td>
      <td data-label="Scope used" className="call-scopes">
        {scopes.length === 0 ? <span className="page-quiet">–</span> : scopes.join(', ')}
      </td>
      <td data-label="Status">
        <Status entry={entry} />
        {fault !== '' && <span className="log-by">fault: {fault}</span>}
      </td>
      <td data-label="Took" className="is-number">
        {ms === undefined ? <span className="page-quiet">–</span> : `${Math.max(1, Math.round(ms))} ms`}
      </td>
    </tr>
  );
});

export function CallTable({ calls }: { calls: readonly CallEntry[] }) {
  return (
    <div className="page-list call-list" role="region" aria-label="Calls" tabIndex={0}>
      <table className="ui-table is-bordered log-table">
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col" className={head === 'Took' ? 'is-number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calls.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
