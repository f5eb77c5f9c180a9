import type { Change, Property } from './crm-objects.ts';
import { nameOf } from './session.tsx';
import { settings } from './settings.ts';
import { momentText, valueText } from './value-text.ts';

const SOURCES: Record<string, string> = {
  CRM_UI: 'CRM page',
  INTEGRATION: 'App',
  API: 'API',
  IMPORT: 'Import',
  AUTOMATION_PLATFORM: 'Workflow',
  CALCULATED: 'Calculated',
};

function whoOf({ userId }: Change): string {
  const owner = settings.owners.find((each) => each.userId === userId);
  if (owner) return nameOf(owner);
  return userId > 0 ? `User ${userId}` : '–';
}

function sourceOf({ source, sourceId }: Change): string {
  const label = SOURCES[source] ?? source;
  return sourceId ? `${label} (${sourceId})` : label;
}

/** Who set which value when, newest first. */
export function PropertyHistory({ property, changes }: { property: Property; changes: Change[] }) {
  if (changes.length === 0) return <p className="page-quiet">No history yet.</p>;
  return (
    <table className="ui-table is-compact page-history">
      <caption className="ui-hidden">History of {property.label}</caption>
      <thead>
        <tr>
          <th scope="col">Value</th>
          <th scope="col">Who</th>
          <th scope="col">When</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, index) => (
          <tr key={index}>
            <td>{change.value === '' ? '(empty)' : valueText(property, change.value)}</td>
            <td>{whoOf(change)}</td>
            <td>{momentText(change.at)}</td>
            <td>{sourceOf(change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
