import type { AddAlertAction } from '@hubspot/ui-extensions';
import { ErrorState, LoadingSpinner } from '../components/feedback.tsx';
import { AboutTab } from './about-tab.tsx';
import { CardTab } from './card-tab.tsx';
import { ListLink } from './list-link.tsx';
import { PropertiesTab } from './properties-tab.tsx';
import { useRecord, type LoadedRecord } from './record-loading.ts';
import { RecordTabs } from './record-tabs.tsx';
import { RelatedTab } from './related/related-tab.tsx';
import { useSignedIn } from './session.tsx';
import { settings } from './settings.ts';
import { TimelineTab } from './timeline/timeline-tab.tsx';

interface RecordProps {
  record: LoadedRecord;
  addAlert: AddAlertAction;
  refreshRecord: () => Promise<void>;
}

function Record({ record, addAlert, refreshRecord }: RecordProps) {
  const owner = useSignedIn();
  const { id, properties } = record.company;
  const cards = settings.cards.map((card) => ({
    id: card.id,
    title: card.title,
    // A card is told once who is signed in: another person gets a new one.
    content: (
      <CardTab
        key={owner.id}
        {...{ card, addAlert }}
        companyId={id}
        values={properties}
        refreshRecord={() => void refreshRecord()}
      />
    ),
  }));
  const tabs = [
    ...cards,
    { id: 'timeline', title: 'Timeline', content: <TimelineTab record={record} /> },
    {
      id: 'related',
      title: 'Contacts, deals, tasks',
      content: <RelatedTab id="related" companyId={id} addAlert={addAlert} />,
    },
    {
      id: 'properties',
      title: 'Properties',
      content: <PropertiesTab {...{ record, refreshRecord }} />,
    },
    { id: 'about', title: 'About this page', content: <AboutTab /> },
  ];
  return (
    <>
      <div className="page-title is-record">
        <h1>{properties['name'] ?? `Company ${id}`}</h1>
        <p className="page-quiet">{properties['domain'] ?? 'No domain'}</p>
      </div>
      <RecordTabs path={`/companies/${id}`} tabs={tabs} />
    </>
  );
}

export function RecordPage({ id, addAlert }: { id: string; addAlert: AddAlertAction }) {
  const { id: ownerId } = useSignedIn();
  const { remote, reload } = useRecord(ownerId, id);
  return (
    <main className="page-main">
      <ListLink />
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
