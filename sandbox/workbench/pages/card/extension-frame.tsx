import { RemoteRenderer } from '@remote-ui/react/host';
import { Component, type ReactNode } from 'react';
import { controller } from '../../components/controller.tsx';
import { ErrorState, LoadingSpinner } from '../../components/feedback.tsx';
import { OverlaysProvider, type Overlays } from '../../components/overlays.tsx';
import type { ExtensionContext, PropertyValues } from '../../host/protocol.ts';
import type { PlacedCard, WorkbenchOwner } from '../../host/settings.ts';
import { settings } from '../portal.ts';
import { useCardToasts } from '../toasts.tsx';
import type { CardSurroundings } from './card-actions.ts';
import { useCard } from './use-card.ts';

/** Keeps the page alive when a component throws on props of the extension. React has only classes for this. */
class Boundary extends Component<{ children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.message === undefined) return this.props.children;
    return <ErrorState title="The workbench could not draw the card">{this.state.message}</ErrorState>;
  }
}

/** What HubSpot tells an extension of the signed-in person, the portal and the app, wherever it stands. */
export function sharedContext(card: PlacedCard, owner: WorkbenchOwner) {
  const { userId: id, email, firstName, lastName } = owner;
  // HubSpot documents roles as always empty; the type requires them.
  const user = {
    ...{ id, email, firstName, lastName, emails: [email], roles: [], teams: [], permissions: [] },
    locale: 'en-us',
    language: 'en',
  };
  return {
    portal: settings.portal,
    user,
    extension: { appId: 1, appName: 'Local stand-in', cardTitle: card.title },
    variables: {},
  };
}

interface ExtensionFrameProps {
  card: PlacedCard;
  /** A new object restarts the extension, so it must be stable. */
  context: ExtensionContext;
  surroundings: Omit<CardSurroundings, 'addAlert' | 'closeOverlay'>;
  overlays: Overlays;
  values: PropertyValues;
  /** Whether its title is read out only: a tab, or the page around it, shows it already. */
  isTitled: boolean;
}

/** One unmodified extension in a worker of its own: a card, a bulk action, or the settings of the app. */
export function ExtensionFrame(props: ExtensionFrameProps) {
  const { card, context, surroundings, overlays, values, isTitled } = props;
  const toasts = useCardToasts(`${card.id} ${surroundings.record?.id ?? ''}`);
  const around = { ...surroundings, addAlert: toasts.addAlert, closeOverlay: overlays.close };
  const { receiver, card: run } = useCard(`/cards/${card.id}.js`, context, around, values);
  return (
    <OverlaysProvider value={overlays}>
      {/* Whoever goes on has read what the card said; a newer outcome must not stand beside it. */}
      <section
        className="page-card"
        aria-label={card.title}
        data-card={run.state}
        onPointerDownCapture={toasts.forget}
        onKeyDownCapture={toasts.forget}
      >
        <h2 className={isTitled ? 'ui-hidden' : 'page-card-title'}>{card.title}</h2>
        {run.state === 'loading' && <LoadingSpinner label="Loading card" showLabel layout="centered" />}
        {run.state === 'failed' && <ErrorState title="The card stopped">{run.message}</ErrorState>}
        <Boundary>
          <RemoteRenderer controller={controller} receiver={receiver} />
        </Boundary>
      </section>
    </OverlaysProvider>
  );
}
