import { useId, useState } from 'react';
import type { Change, Property } from '../crm-objects.ts';
import { PropertyEditor } from './property-editor.tsx';
import { valueText, settings, momentText } from '../portal.ts';
import { useSignedIn, whyLocked } from '../session.tsx';
import { personOf, sourceText } from '../property-text.ts';

/** Who set which value when, newest first. */
function PropertyHistory({ property, changes }: { property: Property; changes: Change[] }) {
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

interface PropertyRowProps {
  property: Property;
  value: string;
  changes: Change[];
  save: (value: string) => Promise<void>;
}

interface PropertyActionsProps {
  property: Property;
  editing: boolean;
  historyId: string;
  showsHistory: boolean;
  edit: () => void;
  toggleHistory: () => void;
}

function PropertyActions(props: PropertyActionsProps) {
  const { label } = props.property;
  const locked = whyLocked(useSignedIn(), props.property);
  return (
    <div className="page-property-actions">
      {locked !== undefined && <span className="page-quiet">{locked}</span>}
      {locked === undefined && !props.editing && (
        <button
          type="button"
          className="ui-button is-transparent is-sm"
          aria-label={`Edit ${label}`}
          onClick={props.edit}
        >
          Edit
        </button>
      )}
      <button
        type="button"
        className="ui-button is-transparent is-sm"
        aria-label={`History of ${label}`}
        aria-expanded={props.showsHistory}
        aria-controls={props.historyId}
        onClick={props.toggleHistory}
      >
        History
      </button>
    </div>
  );
}

export function PropertyRow({ property, value, changes, save }: PropertyRowProps) {
  const historyId = useId();
  const [editing, setEditing] = useState(false);
  const [showsHistory, setShowsHistory] = useState(false);
  const { label, name } = property;
  return (
    <li className="page-property">
      <div className="page-property-label" title={property.description || undefined}>
        {label}
        <span className="page-property-name">{name}</span>
      </div>
      <div className="page-property-value">
        {editing ? (
          <PropertyEditor {...{ property, value, save }} close={() => setEditing(false)} />
        ) : (
          <span className={value === '' ? 'page-quiet' : undefined}>
            {value === '' ? '–' : valueText(property, value)}
          </span>
        )}
      </div>
      <PropertyActions
        {...{ property, editing, historyId, showsHistory }}
        edit={() => setEditing(true)}
        toggleHistory={() => setShowsHistory(!showsHistory)}
      />
      <div id={historyId} className="page-property-history" hidden={!showsHistory}>
        {showsHistory && <PropertyHistory {...{ property, changes }} />}
      </div>
    </li>
  );
}
