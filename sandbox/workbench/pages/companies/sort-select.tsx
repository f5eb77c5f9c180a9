import type { ColumnsProps } from './list-props.ts';

/** Sorting where rows are blocks without headings to press. */
export function SortSelect({ state, change, columns }: ColumnsProps) {
  const { property, isDescending } = state.sort;
  const choose = (value: string) =>
    change({ sort: { property: value.replace(/^-/, ''), isDescending: value.startsWith('-') } });
  return (
    <label className="page-sort">
      <span>Sort by</span>
      <select
        className="ui-input ui-select"
        value={(isDescending ? '-' : '') + property}
        onChange={(event) => choose(event.target.value)}
      >
        {columns.flatMap(({ name, label }) => [
          <option key={name} value={name}>{`${label}, rising`}</option>,
          <option key={`-${name}`} value={`-${name}`}>{`${label}, falling`}</option>,
        ])}
      </select>
    </label>
  );
}
