import { personOf, sourceText } from './change-source.ts';
import type { Change, Property } from './crm-objects.ts';
import { settings } from './settings.ts';
import { momentText, valueText } from './value-text.ts';

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
            <td>{personOf(settings.owners, change) || '–'}</td>
            <td>{momentText(change.at)}</td>
            <td>{sourceText(change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
