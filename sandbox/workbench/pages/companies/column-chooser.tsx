import { useState, type ReactNode } from 'react';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import Plus from 'lucide-react/icons/plus';
import Settings from 'lucide-react/icons/settings';
import X from 'lucide-react/icons/x';
import type { Property } from '../crm-objects.ts';
import type { ColumnsProps, ListProps } from './list-props.ts';
import { FilterPopup } from './filter-popup.tsx';
import { usualColumns } from './list-state.ts';

type SetColumns = (names: readonly string[]) => void;

function moved(names: readonly string[], name: string, by: 1 | -1): string[] {
  const at = names.indexOf(name);
  const rest = names.filter((each) => each !== name);
  // The company's name stays first: it is the row's heading.
  const to = Math.max(1, at + by);
  return [...rest.slice(0, to), name, ...rest.slice(to)];
}

function Shown({ columns, setColumns }: { columns: readonly Property[]; setColumns: SetColumns }) {
  const names = columns.map(({ name }) => name);
  const button = (label: string, icon: ReactNode, next: readonly string[], disabled = false) => (
    <button
      type="button"
      className="ui-icon-button"
      aria-label={label}
      aria-disabled={disabled}
      onClick={() => !disabled && setColumns(next)}
    >
      {icon}
    </button>
  );
  return (
    <ol className="page-columns" aria-label="Shown columns">
      {columns.slice(1).map(({ name, label }, index) => (
        <li key={name}>
          <span>{label}</span>
          {button(`Move ${label} up`, <ChevronUp />, moved(names, name, -1), index === 0)}
          {button(`Move ${label} down`, <ChevronDown />, moved(names, name, 1), index === columns.length - 2)}
          {button(
            `Remove ${label}`,
            <X />,
            names.filter((each) => each !== name),
          )}
        </li>
      ))}
    </ol>
  );
}

interface OthersProps {
  others: readonly Property[];
  add: (name: string) => void;
}

function Others({ others, add }: OthersProps) {
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const found = others.filter(({ label, name }) => `${label} ${name}`.toLowerCase().includes(wanted));
  return (
    <>
      <input
        className="ui-input"
        type="search"
        aria-label="Search properties to add"
        placeholder="Add a property"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className="page-columns is-more" aria-label="Properties to add">
        {found.map(({ name, label }) => (
          <li key={name}>
            <button type="button" className="ui-button is-transparent is-sm" onClick={() => add(name)}>
              <Plus />
              {label}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which properties the list shows, in which order. */
export function ColumnChooser({ listed, state, change, columns }: ListProps & ColumnsProps) {
  const names = columns.map(({ name }) => name);
  const others = [...listed.properties.values()]
    .filter(({ name }) => !names.includes(name))
    .sort((one, other) => one.label.localeCompare(other.label));
  const setColumns: SetColumns = (next) => change({ columns: next, page: state.page });
  return (
    <div className="page-column-chooser">
      <FilterPopup label="Columns" summary="" icon={<Settings />}>
        <Shown {...{ columns, setColumns }} />
        <Others others={others} add={(name) => setColumns([...names, name])} />
        <button
          type="button"
          className="ui-button is-transparent is-sm"
          onClick={() => setColumns(usualColumns(state.view))}
        >
          Usual columns
        </button>
      </FilterPopup>
    </div>
  );
}
