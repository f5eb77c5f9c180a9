import type { CrmContext } from '@hubspot/ui-extensions';
import { RemoteRenderer } from '@remote-ui/react/host';
import { useMemo, Component, type ReactNode } from 'react';
import { controller } from '../../components/controller.tsx';
import { ErrorState, LoadingSpinner } from '../../components/feedback.tsx';
import { OverlaysProvider, useOverlayState } from '../../components/overlays.tsx';
import type { PropertyValues } from '../../host/protocol.ts';
import type { PlacedCard, WorkbenchOwner } from '../../host/settings.ts';
import { OBJECT_TYPE_IDS, type RecordKey } from '../crm-objects.ts';
import { useSignedIn } from '../session.tsx';
import { settings } from '../portal.ts';
import { CardRecordProvider } from './crm-property-list.tsx';
import { useCardToasts } from '../toasts.tsx';
import { useCard } from './use-card.ts';

/** Keeps the page alive when a component throws on props of the card. React has only classes for this. */
class CardBoundary extends Component<{ children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.message === undefined) return this.props.children;
    return <ErrorState title="The workbench could not draw the card">{this.state.message}</ErrorState>;
  }
}

function contextOf(
  card: PlacedCard,
  owner: WorkbenchOwner,
  { objectType, id: recordId }: RecordKey,
): CrmContext {
  const { userId: id, email, firstName, lastName } = owner;
  // HubSpot documents roles as always empty; the type requires them.
  const user = {
    ...{ id, email, firstName, lastName, emails: [email], roles: [], teams: [], permissions: [] },
    locale: 'en-us',
    language: 'en',
  };
  return {
    location: card.location,
    crm: { objectId: Number(recordId), objectTypeId: OBJECT_TYPE_IDS[objectType] },
    portal: settings.portal,
    user,
    extension: { appId: 1, appName: 'Local stand-in', cardTitle: card.title },
    variables: {},
  };
}

interface RecordCardProps {
  card: PlacedCard;
  /** A new object restarts the card, so it must be stable for one record. */
  record: RecordKey;
  values: PropertyValues;
  refreshRecord: () => void;
}

/** One unmodified card, in a tab, the sidebar or a preview. */
export function RecordCard({ card, record, values, refreshRecord }: RecordCardProps) {
  const owner = useSignedIn();
  const overlays = useOverlayState();
  const context = useMemo(() => contextOf(card, owner, record), [card, owner, record]);
  const cardRecord = { record, values, refreshRecord };
  const toasts = useCardToasts(`${card.id} ${record.id}`);
  const surroundings = {
    ownerId: owner.id,
    record,
    addAlert: toasts.addAlert,
    refreshRecord,
    closeOverlay: overlays.close,
  };
  const { receiver, card: run } = useCard(`/cards/${card.id}.js`, context, surroundings, values);
  return (
    <OverlaysProvider value={overlays}>
      <CardRecordProvider value={cardRecord}>
        {/* Whoever goes on has read what the card said; a newer outcome must not stand beside it. */}
        <section
          className="page-card"
          aria-label={card.title}
          data-card={run.state}
          onPointerDownCapture={toasts.forget}
          onKeyDownCapture={toasts.forget}
        >
          <h2 className={card.location === 'crm.record.tab' ? 'ui-hidden' : 'page-card-title'}>
            {card.title}
          </h2>
          {run.state === 'loading' && <LoadingSpinner label="Loading card" showLabel layout="centered" />}
          {run.state === 'failed' && <ErrorState title="The card stopped">{run.message}</ErrorState>}
          <CardBoundary>
            <RemoteRenderer controller={controller} receiver={receiver} />
          </CardBoundary>
        </section>
      </CardRecordProvider>
    </OverlaysProvider>
  );
}
