import { EmptyState } from '../../components/feedback.tsx';
import { StatusTag } from '../../components/tags.tsx';
import { PageLink } from '../address.tsx';
import { personOf, throughText } from '../property-text.ts';
import { settings, momentText } from '../portal.ts';
import type { Definitions } from './automation-calls.ts';
import type { CallLog, LogEntry, Rule } from './automation.ts';
import { definitionOf, labelOf } from './rule-text.ts';

const OUTCOMES = {
  done: { variant: 'success', label: 'Done' },
  failed: { variant: 'danger', label: 'Failed' },
  skipped: { variant: 'default', label: 'Skipped' },
  waiting: { variant: 'warning', label: 'Waiting' },
} as const;

function byText({ source: { type, label, userId } }: LogEntry): string {
  const person = personOf(settings.owners, { userId });
  const through = throughText({ source: type, sourceLabel: label });
  return person === '' ? through : `${person}, ${through}`;
}

function RecordName({ record }: Pick<LogEntry, 'record'>) {
  // other records have no page here
  if (record.objectType !== 'companies') return <>{record.name}</>;
  return <PageLink href={`/companies/${record.id}`}>{record.name}</PageLink>;
}

function CallDetails({ call: { attempts, outputs } }: { call: CallLog }) {
  return (
    <ul className="log-call">
      {attempts.map(({ at, text }, index) => (
        <li key={index}>{`Attempt ${index + 1}, ${momentText(at)}: ${text}`}</li>
      ))}
      {outputs.map(({ name, value }) => (
        <li key={name}>{`${name} = ${value}`}</li>
      ))}
    </ul>
  );
}

function Row({ entry, definitions }: { entry: LogEntry; definitions: Definitions }) {
  const property = definitionOf(definitions, entry.record.objectType, entry.property);
  const { variant, label } = OUTCOMES[entry.outcome];
  return (
    <tr>
      <td data-label="Time" className="log-time">
        {momentText(entry.at)}
      </td>
      <th scope="row">
        <RecordName record={entry.record} />
      </th>
      <td data-label="Change">
        {`${property?.label ?? entry.property}: ${labelOf(property, entry.from)} → ${labelOf(property, entry.to)}`}
        <span className="log-by">by {byText(entry)}</span>
      </td>
      <td data-label="Rule">{entry.rule.name}</td>
      <td data-label="Outcome">
        <StatusTag variant={variant}>{label}</StatusTag>
        <span className="log-sentence">{entry.sentence}</span>
        {entry.call && <CallDetails call={entry.call} />}
      </td>
    </tr>
  );
}

interface LogTableProps {
  log: readonly LogEntry[];
  rules: readonly Rule[];
  definitions: Definitions;
  /** The id of a rule; empty for all. */
  shown: string;
  show: (ruleId: string) => void;
}

/** Deleted rules can be chosen as long as the log has entries of them. */
function ruleChoices(log: readonly LogEntry[], rules: readonly Rule[]): [id: string, name: string][] {
  const named = log.map(({ rule }) => [rule.id, rule.name] as const);
  return [...new Map([...named, ...rules.map(({ id, name }) => [id, name] as const)])];
}

export function LogTable({ log, rules, definitions, shown, show }: LogTableProps) {
  const entries = log.filter(({ rule }) => shown === '' || rule.id === shown);
  return (
    <section aria-labelledby="log">
      <div className="rule-head">
        <h2 id="log">Log</h2>
        <label className="log-filter">
          <span>Rule</span>
          <select className="ui-input ui-select" value={shown} onChange={(event) => show(event.target.value)}>
            <option value="">All rules</option>
            {ruleChoices(log, rules).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {entries.length === 0 && (
        <EmptyState title="Nothing yet">
          An entry appears here whenever a record meets the condition of a rule.
        </EmptyState>
      )}
      {entries.length > 0 && (
        <div className="page-list" role="region" aria-label="Log entries" tabIndex={0}>
          <table className="ui-table log-table">
            <thead>
              <tr>
                {['Time', 'Record', 'Change', 'Rule', 'Outcome'].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Row key={entry.id} {...{ entry, definitions }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
