import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useEffect, useMemo } from 'react';
import { Alert, ErrorState, LoadingSpinner } from '../../components/feedback.tsx';
import Search from 'lucide-react/icons/search';
import { replaceAddress, useAddress, useFormerPlace, rememberList } from '../address.tsx';
import { useSignedIn } from '../session.tsx';
import { CompanyList } from './company-list.tsx';
import { listHref, neededProperties, parseListState, type ListState } from './list-state.ts';
import { LaneLegend } from '../tour/lane-legend.tsx';
import { TourBanner } from '../tour/tour-banner.tsx';
import { useCompanies } from './use-companies.ts';

function SearchBox({ words, search }: { words: string; search: (words: string) => void }) {
  return (
    <label className="page-search ui-search">
      <span className="ui-hidden">Search companies by name</span>
      <Search />
      <input
        className="ui-input"
        type="search"
        placeholder="Search by name"
        value={words}
        onChange={(event) => search(event.target.value)}
      />
    </label>
  );
}

function Retry({ retry }: { retry: () => void }) {
  return (
    <button type="button" className="ui-button is-secondary is-sm" onClick={retry}>
      Try again
    </button>
  );
}

function Loading({ soFar }: { soFar: number }) {
  const label = soFar === 0 ? 'Loading companies' : `Loading companies: ${soFar} so far`;
  return <LoadingSpinner label={label} showLabel layout="centered" />;
}

export function CompaniesPage({ addAlert }: { addAlert: AddAlertAction }) {
  const { id: ownerId } = useSignedIn();
  const { search, pathname } = useAddress();
  const state = useMemo(() => parseListState(new URLSearchParams(search)), [search]);
  const { listed, soFar, problem, retry } = useCompanies(ownerId, neededProperties(state).join(','));
  useEffect(() => rememberList(`${pathname}${search}`), [pathname, search]);
  useFormerPlace(listed !== undefined);
  const change = (changes: Partial<ListState>) => replaceAddress(listHref({ ...state, page: 1, ...changes }));
  return (
    <main className="page-main is-wide">
      <TourBanner addAlert={addAlert} />
      <div className="page-title">
        <h1>Companies</h1>
        <SearchBox words={state.words} search={(words) => change({ words })} />
      </div>
      <LaneLegend />
      {!listed && problem === undefined && <Loading soFar={soFar} />}
      {!listed && problem !== undefined && (
        <ErrorState title="Companies could not be read">
          <p>{problem}</p>
          <Retry retry={retry} />
        </ErrorState>
      )}
      {listed && problem !== undefined && (
        <Alert variant="warning" title="The list may be out of date">
          {problem} <Retry retry={retry} />
        </Alert>
      )}
      {listed && <CompanyList {...{ listed, state, change }} refresh={retry} />}
    </main>
  );
}
