import type { AddAlertAction, CrmContext } from '@hubspot/ui-extensions';
import { RemoteRenderer } from '@remote-ui/react/host';
import { useMemo } from 'react';
import { controller } from '../components/controller.tsx';
import { ErrorState, LoadingSpinner } from '../components/feedback.tsx';
import { OverlaysProvider, useOverlayState } from '../components/overlays.tsx';
import type { PropertyValues } from '../protocol.ts';
import type { CardTab as CardOfApp, WorkbenchOwner } from '../settings.ts';
import { CardBoundary } from './card-boundary.tsx';
import { useSignedIn } from './session.tsx';
import { settings } from './settings.ts';
import { useCard } from './use-card.ts';

function contextOf(card: CardOfApp, owner: WorkbenchOwner, companyId: string): CrmContext {
  const { userId: id, email, firstName, lastName } = owner;
  // HubSpot announces roles as always empty; the type still asks for them.
  const user = {
    ...{ id, email, firstName, lastName, emails: [email], roles: [], teams: [], permissions: [] },
    locale: 'en-us',
    language: 'en',
  };
  return {
    location: 'crm.record.tab',
    crm: { objectId: Number(companyId), objectTypeId: '0-2' },
    portal: settings.portal,
    user,
    extension: { appId: 1, appName: 'Local stand-in', cardTitle: card.title },
    variables: {},
  };
}

interface CardTabProps {
  card: CardOfApp;
  companyId: string;
  values: PropertyValues;
  addAlert: AddAlertAction;
  refreshRecord: () => void;
}

/** One card on the record, unmodified, as HubSpot would show it in a tab. */
export function CardTab({ card, companyId, values, addAlert, refreshRecord }: CardTabProps) {
  const owner = useSignedIn();
  const overlays = useOverlayState();
  const context = useMemo(() => contextOf(card, owner, companyId), [card, owner, companyId]);
  const surroundings = {
    ownerId: owner.id,
    companyId,
    addAlert,
    refreshRecord,
    closeOverlay: overlays.close,
  };
  const { receiver, card: run } = useCard(`/cards/${card.id}.js`, context, surroundings, values);
  return (
    <OverlaysProvider value={overlays}>
      <section className="page-card" aria-label={card.title} data-card={run.state}>
        <h2 className="ui-hidden">{card.title}</h2>
        {run.state === 'loading' && <LoadingSpinner label="Loading card" showLabel layout="centered" />}
        {run.state === 'failed' && <ErrorState title="The card stopped">{run.message}</ErrorState>}
        <CardBoundary>
          <RemoteRenderer controller={controller} receiver={receiver} />
        </CardBoundary>
      </section>
    </OverlaysProvider>
  );
}
