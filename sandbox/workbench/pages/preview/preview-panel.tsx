import { Dialog } from '../../components/dialog.tsx';
import { ErrorState, LoadingSpinner } from '../../components/feedback.tsx';
import { OverlaysProvider } from '../../components/overlays.tsx';
import type { RecordType } from '../../host/settings.ts';
import { PageLink } from '../address.tsx';
import { cardsAt } from '../portal.ts';
import { PropertyCell } from '../companies/property-cell.tsx';
import { RecordCard } from '../card/record-card.tsx';
import type { RecordKey, CompanyRecord, Property } from '../crm-objects.ts';
import { useSignedIn } from '../session.tsx';
import { useCallback } from 'react';
import { listProperties, readRecord } from '../crm.ts';
import { useRemote } from '../remote-state.ts';

/** What a preview shows of its record. */
interface Previewed {
  record: CompanyRecord;
  properties: Property[];
}

function usePreviewed(ownerId: string, key: RecordKey) {
  const load = useCallback(async (): Promise<Previewed> => {
    const properties = await listProperties(ownerId, key.objectType);
    const names = properties.map(({ name }) => name);
    return { record: await readRecord(ownerId, key, names), properties };
  }, [ownerId, key]);
  return useRemote(load);
}

const NAMES: Readonly<Record<RecordType, string>> = { companies: 'name', deals: 'dealname' };
const FACTS: Readonly<Record<RecordType, readonly string[]>> = {
  companies: ['domain', 'city', 'hubspot_owner_id'],
  deals: ['dealstage', 'amount', 'closedate', 'hubspot_owner_id'],
};

function Facts({ previewed, objectType }: { previewed: Previewed; objectType: RecordType }) {
  const { record, properties } = previewed;
  const shown = FACTS[objectType].flatMap((name) => properties.find((each) => each.name === name) ?? []);
  return (
    <dl className="preview-facts">
      {shown.map((property) => (
        <div key={property.name}>
          <dt>{property.label}</dt>
          <dd>
            <PropertyCell property={property} value={record.properties[property.name] ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ShownProps extends Pick<PreviewPanelProps, 'record'> {
  previewed: Previewed;
  refreshRecord: () => void;
}

function Shown({ previewed, record, refreshRecord }: ShownProps) {
  const owner = useSignedIn();
  const { objectType, id } = record;
  const values = previewed.record.properties;
  const cards = cardsAt('crm.preview', objectType);
  return (
    <>
      <Facts {...{ previewed, objectType }} />
      {objectType === 'companies' && <PageLink href={`/companies/${id}`}>Open the record</PageLink>}
      {cards.length === 0 && <p className="page-quiet">No app shows a card in this preview.</p>}
      {cards.map((card) => (
        <RecordCard key={`${card.id} ${owner.id}`} {...{ card, record, values, refreshRecord }} />
      ))}
    </>
  );
}

interface PreviewPanelProps {
  /** The same object for as long as it is the same record. */
  record: RecordKey;
  close: () => void;
}

/** A record over the page that it was opened from, with the cards that apps show in previews. */
export function PreviewPanel({ record, close }: PreviewPanelProps) {
  const { id: ownerId } = useSignedIn();
  const { objectType } = record;
  const { remote, reload } = usePreviewed(ownerId, record);
  const values = remote.state === 'success' ? remote.value.record.properties : {};
  const title = values[NAMES[objectType]] ?? (objectType === 'deals' ? 'Deal' : 'Company');
  return (
    <OverlaysProvider value={{ isOpen: () => true, open: () => {}, close }}>
      <Dialog
        id="preview"
        className="ui-panel is-sm preview"
        {...{ title }}
        {...{ label: undefined, modal: false, onOpen: undefined, onClose: undefined }}
      >
        <div className="ui-dialog-body" tabIndex={0} role="group" aria-label="Content">
          {remote.state === 'loading' && (
            <LoadingSpinner label="Loading preview" showLabel layout="centered" />
          )}
          {remote.state === 'error' && (
            <ErrorState title="The record could not be read">
              <p>{remote.message}</p>
              <button type="button" className="ui-button is-secondary is-sm" onClick={() => void reload()}>
                Try again
              </button>
            </ErrorState>
          )}
          {remote.state === 'success' && (
            <Shown previewed={remote.value} {...{ record }} refreshRecord={() => void reload()} />
          )}
        </div>
      </Dialog>
    </OverlaysProvider>
  );
}
