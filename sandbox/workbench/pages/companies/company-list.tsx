import { useMemo, useState } from 'react';
import { EmptyState } from '../../components/feedback.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { TabStrip } from '../../components/tab-strip.tsx';
import { goTo } from '../address.tsx';
import { cardsAt } from '../portal.ts';
import { BulkAction, type BulkActionProps } from './bulk-action.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { CompanyTable, SortSelect } from './company-table.tsx';
import { ClearFilters, FilterBar } from './filter-bar.tsx';
import type { ListPageProps, ListProps } from './list-props.ts';
import { inView, isNarrowed, listHref } from './list-state.ts';
import { ALL, SAVED_VIEWS } from './saved-views.ts';
import { type Chosen, useChosen } from './use-chosen.ts';
import { ROWS, useSelection, type Selection } from './use-selection.ts';

function NothingFound({ state, change }: Pick<ListProps, 'state' | 'change'>) {
  const { view, words } = state;
  const isInView = view.id !== ALL.id;
  const isSearchAlone = words !== '' && Object.keys(state.asked).length === 0;
  return (
    <EmptyState title="No company matches">
      <p>
        {isSearchAlone
          ? `No company ${isInView ? `in ${view.title} ` : ''}has “${words}” in its name.`
          : `No company ${isInView ? `in ${view.title} ` : ''}fits every filter.`}
      </p>
      <ClearFilters change={change} />
    </EmptyState>
  );
}

function EmptyView({ state }: Pick<ListProps, 'state'>) {
  return (
    <EmptyState title={`No company is in ${state.view.title}`}>
      <p>Companies appear here by themselves once they fit.</p>
      <button
        type="button"
        className="ui-button is-secondary is-sm"
        onClick={() => goTo(listHref(inView(state, ALL)))}
      >
        Show all companies
      </button>
    </EmptyState>
  );
}

interface FoundProps extends Omit<ListProps, 'listed'> {
  selection: Selection;
  /** Null where no app has a bulk action. */
  chosen: Chosen | null;
}

function Found({ state, change, selection, chosen }: FoundProps) {
  const { found, shown, page, pageCount, columns } = selection;
  if (found.length === 0)
    return isNarrowed(state) ? <NothingFound {...{ state, change }} /> : <EmptyView state={state} />;
  const turnTo = (to: number) => {
    goTo(listHref({ ...state, page: to }));
    window.scrollTo(0, 0);
  };
  return (
    <>
      <CompanyTable {...{ state, change, columns, chosen }} companies={shown} />
      {pageCount > 1 && (
        <Pagination
          label="Pages of companies"
          paginated
          {...{ page, pageCount }}
          onPageChange={turnTo}
          showFirstLastButtons
        />
      )}
    </>
  );
}

function countText({ found, shown, page, pageCount }: Selection, all: number): string {
  const text = `${found.length} of ${all} ${all === 1 ? 'company' : 'companies'}`;
  if (pageCount === 1) return text;
  const first = (page - 1) * ROWS + 1;
  return `${text}, ${first} to ${first + shown.length - 1} shown`;
}

/** An open bulk action keeps the companies it was opened with, whatever is selected meanwhile. */
type Opened = Pick<BulkActionProps, 'action' | 'ids'>;

/** The list and its saved views. Views add a step to the browser's history, filters do not. */
export function CompanyList({ listed, state, change, refresh }: ListPageProps) {
  const selection = useSelection(listed, state);
  const actions = useMemo(() => cardsAt('crm.bulkActions', 'companies'), []);
  const chosen = useChosen(selection.found, state);
  const [opened, open] = useState<Opened>();
  const close = () => {
    open(undefined);
    refresh();
  };
  const { companies } = listed;
  const { columns } = selection;
  if (companies.length === 0)
    return (
      <EmptyState title="No companies yet">The portal has none. They appear once there are some.</EmptyState>
    );
  const tabs = SAVED_VIEWS.map(({ id, title }) => ({ id, title: `${title} (${selection.counts[id] ?? 0})` }));
  const pick = (id: string) => {
    const view = SAVED_VIEWS.find((each) => each.id === id) ?? ALL;
    goTo(listHref(inView(state, view)));
  };
  const current = state.view.id;
  return (
    <>
      <div className="page-views">
        <TabStrip base="view" label="Saved views" {...{ tabs, current, pick }} />
      </div>
      <div role="tabpanel" id={`view-${current}-panel`} aria-labelledby={`view-${current}-tab`}>
        <div className="page-tools">
          <FilterBar {...{ listed, state, change }} />
          <SortSelect {...{ state, change, columns }} />
          <ColumnChooser {...{ listed, state, change, columns }} />
        </div>
        <div className="page-over-list">
          {chosen.ids.length === 0 ? (
            <p className="page-count" role="status">
              {countText(selection, companies.length)}
            </p>
          ) : (
            <BulkBar
              {...{ actions, chosen }}
              found={selection.found.map(({ id }) => id)}
              open={(action) => open({ action, ids: chosen.ids })}
            />
          )}
        </div>
        <Found {...{ state, change, selection }} chosen={actions.length === 0 ? null : chosen} />
        {opened && <BulkAction {...opened} close={close} />}
      </div>
    </>
  );
}
