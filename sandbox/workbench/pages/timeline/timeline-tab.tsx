import { useMemo } from 'react';
import { EmptyState } from '../../components/feedback.tsx';
import { replaceQuery, useAddress } from '../address.tsx';
import { nameOf, personOf, throughText } from '../property-text.ts';
import type { LoadedRecord } from '../record/use-record.ts';
import { settings, dayText, momentText, valueText } from '../portal.ts';
import { timelineOf, type TimelineEntry } from './timeline.ts';
import { LANE } from './property-changes.ts';

/** Further changes are folded. */
const SHOWN = 3;

const nameOfAddress = (address: string) => {
  const owner = settings.owners.find(({ email }) => email.toLowerCase() === address.toLowerCase());
  return owner ? nameOf(owner) : address;
};

function entriesOf({ company, properties, groups }: LoadedRecord): TimelineEntry[] {
  const group = properties.find(({ name }) => name === LANE)?.group;
  return timelineOf(company.history, properties, {
    valueText,
    throughText,
    nameOfAddress,
    roles: settings.propertyRoles,
    personOf: (change) => personOf(settings.owners, change),
    appName: groups.find(({ name }) => name === group)?.label ?? 'the app',
  });
}

function byDay(entries: readonly TimelineEntry[]): [string, TimelineEntry[]][] {
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = dayText(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { at, kind, headline, cause, changes, alongside, by, through } = entry;
  const hidden = changes.length - SHOWN;
  return (
    <li className={`page-entry is-${kind}`}>
      <p>
        <strong>{headline}</strong>
        {cause && ` · ${cause}`}
        {by && `, by ${by}`}
        {`, ${kind === 'outside' ? 'outside the app, ' : ''}through ${through}, `}
        <time dateTime={at}>{momentText(at)}</time>
      </p>
      {alongside.length > 0 && <p className="page-quiet">{alongside.join(' · ')}</p>}
      {changes.length > 0 && (
        <p className="page-quiet">{`In the same save: ${changes.slice(0, SHOWN).join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`}</p>
      )}
      {hidden > 0 && (
        <details>
          <summary>{`All ${changes.length} changes`}</summary>
          <ul>
            {changes.map((text, index) => (
              <li key={index}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Days({ entries }: { entries: readonly TimelineEntry[] }) {
  return byDay(entries).map(([day, ofDay]) => (
    <section key={day} className="page-day" aria-label={day}>
      <h2>{day}</h2>
      <ol>
        {ofDay.map((entry, index) => (
          <Entry key={`${entry.at}-${index}`} entry={entry} />
        ))}
      </ol>
    </section>
  ));
}

/** What happened to the company's scorecard, newest first. */
export function TimelineTab({ record }: { record: LoadedRecord }) {
  const entries = useMemo(() => entriesOf(record), [record]);
  const onlyLanes = useAddress().searchParams.get('only') === 'lane';
  const shown = onlyLanes ? entries.filter(({ kind }) => kind === 'lane') : entries;
  if (entries.length === 0)
    return <EmptyState title="Nothing has happened yet">What is scored here will be told here.</EmptyState>;
  return (
    <div className="page-timeline">
      <div className="page-filter">
        <label className="ui-check">
          <input
            type="checkbox"
            checked={onlyLanes}
            onChange={(event) => replaceQuery('only', event.target.checked ? 'lane' : '')}
          />
          <span>Lane changes only</span>
        </label>
        <span className="page-quiet" role="status">
          {`${shown.length} of ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`}
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="page-quiet">The lane has never changed.</p>
      ) : (
        <Days entries={shown} />
      )}
    </div>
  );
}
