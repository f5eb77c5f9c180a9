import { useId, useState } from 'react';
import Search from 'lucide-react/icons/search';
import { updateRecord } from '../crm.ts';
import type { Property } from '../crm-objects.ts';
import { PropertyRow } from './property-row.tsx';
import type { LoadedRecord } from './use-record.ts';
import { useSignedIn } from '../session.tsx';

interface Shown {
  words: string;
  onlyFilled: boolean;
}

interface Group {
  name: string;
  label: string;
  properties: Property[];
}

const inOrder = (one: Property, other: Property) =>
  one.order - other.order || one.label.localeCompare(other.label);

/** Groups with their shown properties, newest first. Properties of deleted groups come last. */
function groupsOf({ properties, groups, company }: LoadedRecord, { words, onlyFilled }: Shown): Group[] {
  const wanted = words.trim().toLowerCase();
  const shown = properties.filter(
    ({ name, label }) =>
      `${label} ${name}`.toLowerCase().includes(wanted) && !(onlyFilled && !company.properties[name]),
  );
  const known = new Set(groups.map(({ name }) => name));
  const others = { name: 'other', label: 'Other properties' };
  // Newest first: that is the group of the app.
  return [...[...groups].reverse(), others]
    .map(({ name, label }) => ({
      name,
      label,
      properties: shown
        .filter(({ group }) => group === name || (name === others.name && !known.has(group)))
        .sort(inOrder),
    }))
    .filter((group) => group.properties.length > 0);
}

interface PropertiesTabProps {
  record: LoadedRecord;
  refreshRecord: () => Promise<void>;
}

function Filter({ shown, show }: { shown: Shown; show: (shown: Shown) => void }) {
  return (
    <div className="page-filter">
      <label className="page-search ui-search">
        <span className="ui-hidden">Search properties</span>
        <Search />
        <input
          className="ui-input"
          type="search"
          placeholder="Search properties"
          value={shown.words}
          onChange={(event) => show({ ...shown, words: event.target.value })}
        />
      </label>
      <label className="ui-check">
        <input
          type="checkbox"
          checked={shown.onlyFilled}
          onChange={(event) => show({ ...shown, onlyFilled: event.target.checked })}
        />
        <span>Hide empty properties</span>
      </label>
    </div>
  );
}

export function PropertiesTab({ record, refreshRecord }: PropertiesTabProps) {
  const owner = useSignedIn();
  const base = useId();
  const [shown, show] = useState<Shown>({ words: '', onlyFilled: false });
  const { company } = record;
  const save = async (name: string, value: string) => {
    await updateRecord(owner.id, { objectType: 'companies', id: company.id }, { [name]: value });
    await refreshRecord();
  };
  const groups = groupsOf(record, shown);
  return (
    <>
      <Filter shown={shown} show={show} />
      {groups.length === 0 && <p className="page-quiet">No property matches.</p>}
      {groups.map(({ name, label, properties }) => (
        <section key={name} className="page-group" aria-labelledby={`${base}-${name}`}>
          <h2 id={`${base}-${name}`}>{label}</h2>
          <ul>
            {properties.map((property) => (
              <PropertyRow
                key={property.name}
                property={property}
                value={company.properties[property.name] ?? ''}
                changes={company.history[property.name] ?? []}
                save={(value) => save(property.name, value)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
