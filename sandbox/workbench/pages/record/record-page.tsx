import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { ErrorState, LoadingSpinner } from '../../components/feedback.tsx';
import type { PlacedCard } from '../../host/settings.ts';
import { AboutCompany } from './about-company.tsx';
import { AboutTab } from './about-tab.tsx';
import { cardsAt } from '../portal.ts';
import { ListLink } from '../address.tsx';
import { PropertiesTab } from './properties-tab.tsx';
import { RecordCard } from '../card/record-card.tsx';
import { useRecord, type LoadedRecord } from './use-record.ts';
import { RecordTabs } from './record-tabs.tsx';
import { Related } from '../related/related.tsx';
import { useSignedIn } from '../session.tsx';
import { TimelineTab } from '../timeline/timeline-tab.tsx';

interface RecordProps {
  record: LoadedRecord;
  addAlert: AddAlertAction;
  refreshRecord: () => Promise<void>;
}

/** Draws cards of this record. A card gets the signed-in person once, so another person restarts it. */
function useCardOf({ record, refreshRecord }: Omit<RecordProps, 'addAlert'>) {
  const owner = useSignedIn();
  const { id, properties } = record.company;
  const key = useMemo(() => ({ objectType: 'companies' as const, id }), [id]);
  const cardOf = (card: PlacedCard) => (
    <RecordCard
      key={`${card.id} ${owner.id}`}
      {...{ card }}
      record={key}
      values={properties}
      refreshRecord={() => void refreshRecord()}
    />
  );
  return cardOf;
}

/** Three columns as in HubSpot. On narrow screens one column, the cards of the sidebar before the tabs. */
function Record(props: RecordProps) {
  const { record, addAlert, refreshRecord } = props;
  const { id, properties } = record.company;
  const cardOf = useCardOf(props);
  const sidebar = cardsAt('crm.record.sidebar', 'companies');
  const cards = cardsAt('crm.record.tab', 'companies').map((card) => ({
    id: card.id,
    title: card.title,
    content: cardOf(card),
  }));
  const tabs = [
    ...cards,
    { id: 'timeline', title: 'Timeline', content: <TimelineTab record={record} /> },
    {
      id: 'properties',
      title: 'Properties',
      content: <PropertiesTab {...{ record, refreshRecord }} />,
    },
    { id: 'about', title: 'About this page', content: <AboutTab /> },
  ];
  return (
    <div className="record">
      <div className="record-head">
        <ListLink />
        <h1>{properties['name'] ?? `Company ${id}`}</h1>
        <p className="page-quiet">{properties['domain'] ?? 'No domain'}</p>
      </div>
      {sidebar.length > 0 && (
        <aside className="record-summary" aria-label="Sidebar">
          {sidebar.map(cardOf)}
        </aside>
      )}
      <div className="record-middle">
        <RecordTabs path={`/companies/${id}`} tabs={tabs} />
      </div>
      <AboutCompany {...{ record, refreshRecord }} />
      <Related companyId={id} {...{ addAlert }} values={properties} />
    </div>
  );
}

export function RecordPage({ id, addAlert }: { id: string; addAlert: AddAlertAction }) {
  const { id: ownerId } = useSignedIn();
  const { remote, reload } = useRecord(ownerId, id);
  return (
    <main className="page-main is-record">
      {remote.state !== 'success' && <ListLink />}
      {remote.state === 'loading' && <LoadingSpinner label="Loading record" showLabel layout="centered" />}
      {remote.state === 'error' && (
        <ErrorState title="The record could not be read">
          <p>{remote.message}</p>
          <button type="button" className="ui-button is-secondary is-sm" onClick={() => void reload()}>
            Try again
          </button>
        </ErrorState>
      )}
      {remote.state === 'success' && (
        <Record record={remote.value} addAlert={addAlert} refreshRecord={reload} />
      )}
    </main>
  );
}
