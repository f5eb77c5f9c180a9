import { useMemo } from 'react';
import type { Property } from '../crm-objects.ts';
import { valueText, today } from '../portal.ts';
import type { ListProps } from './list-props.ts';
import { DayChoice, RangeChoice } from './limit-choices.tsx';
import { FILTERS, limitIn, rangeIn, type Filter, PARTNER_CATEGORIES, THIS_QUARTER } from './filters.ts';
import { FilterPopup } from './filter-popup.tsx';
import { isNarrowed, type ListState } from './list-state.ts';
import type { Listed } from './use-companies.ts';
import { type Choice, ValueChoice, type TermsProps } from './value-choice.tsx';
import { countTerms } from './matching.ts';

interface CountedChoiceProps extends TermsProps {
  filter: Filter;
  choices: readonly Choice[];
  listed: Listed;
  state: ListState;
}

/** Values to choose from, with how many companies each finds. Counted only while the popup is open. */
function CountedChoice({ filter, choices, listed, state, terms, ask }: CountedChoiceProps) {
  const day = today();
  const counts = useMemo(() => {
    const values = [...choices.map(({ value }) => value), ''];
    return countTerms(listed.companies, filter, values, state, day, listed.members);
  }, [choices, listed, filter, state, day]);
  return <ValueChoice {...{ choices, counts, terms, ask }} />;
}

/** The text of a term on its button. */
function termText({ kind }: Filter, property: Property, term: string): string {
  if (term === '') return 'no value';
  if (kind === 'values') return valueText(property, term);
  if (kind === 'category') return PARTNER_CATEGORIES.find(({ value }) => value === term)?.label ?? term;
  if (term === THIS_QUARTER) return 'this quarter';
  if (term === 'due') return 'due';
  const limit = limitIn(term);
  if (limit !== undefined) return `before ${valueText(property, limit)}`;
  const { from = null, to = null } = rangeIn(term) ?? {};
  if (from === null) return `up to ${to}`;
  return to === null ? `from ${from}` : `${from} to ${to}`;
}

/** The property's options; for texts, the values that companies have. */
function choicesOf({ companies }: Listed, { kind }: Filter, property: Property): readonly Choice[] {
  if (kind === 'category') return PARTNER_CATEGORIES;
  if (property.options.length > 0) return property.options;
  const values = new Set(companies.map(({ properties }) => properties[property.name] ?? ''));
  values.delete('');
  const choices = [...values].sort().map((value) => ({ value, label: value }));
  return kind === 'quarter' ? [{ value: THIS_QUARTER, label: 'This quarter' }, ...choices] : choices;
}

interface OneFilterProps extends ListProps {
  filter: Filter;
  property: Property;
}

function OneFilter({ listed, state, change, filter, property }: OneFilterProps) {
  const terms = state.asked[filter.key] ?? [];
  const choices = useMemo(() => choicesOf(listed, filter, property), [listed, filter, property]);
  const ask = (next: readonly string[]) => {
    const { [filter.key]: _, ...others } = state.asked;
    change({ asked: next.length === 0 ? others : { ...others, [filter.key]: next } });
  };
  const summary = terms.map((term) => termText(filter, property, term)).join(', ');
  return (
    <FilterPopup label={filter.label ?? property.label} summary={summary}>
      {filter.kind !== 'range' && filter.kind !== 'day' && (
        <CountedChoice {...{ filter, choices, listed, state, terms, ask }} />
      )}
      {filter.kind === 'range' && <RangeChoice {...{ terms, ask }} />}
      {filter.kind === 'day' && <DayChoice {...{ terms, ask }} />}
    </FilterPopup>
  );
}

/** Removes filters and search. The view stays. */
export function ClearFilters({ change }: Pick<ListProps, 'change'>) {
  return (
    <button
      type="button"
      className="ui-button is-secondary is-sm"
      onClick={() => change({ words: '', asked: {} })}
    >
      Clear filters
    </button>
  );
}

/** One button per filter whose property the portal has. */
export function FilterBar(list: ListProps) {
  return (
    <div className="page-filters" role="group" aria-label="Filters">
      {FILTERS.map((filter) => {
        const property = list.listed.properties.get(filter.property);
        return property && <OneFilter key={filter.key} {...list} {...{ filter, property }} />;
      })}
      {isNarrowed(list.state) && <ClearFilters change={list.change} />}
    </div>
  );
}
