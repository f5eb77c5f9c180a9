import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useState } from 'react';
import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { Dialog } from '../../components/dialog.tsx';
import { OverlaysProvider } from '../../components/overlays.tsx';
import { PageLink } from '../address.tsx';
import { settings } from '../portal.ts';
import { callServer } from '../server-calls.ts';
import { useSignedIn } from '../session.tsx';
import { forgetTour, useDismissed, useTourSteps, type StepState } from './tour-state.ts';

/** First steps in the demo portal, until they are put away. */
export function TourBanner({ addAlert }: { addAlert: AddAlertAction }) {
  const { isDismissed, dismiss } = useDismissed();
  if (settings.tour.length === 0) return null;
  if (isDismissed)
    return (
      <button
        type="button"
        className="ui-button is-transparent is-sm tour-again"
        onClick={() => dismiss(false)}
      >
        Show the first steps
      </button>
    );
  return <Banner {...{ addAlert }} dismiss={() => dismiss(true)} />;
}

function Banner({ addAlert, dismiss }: { addAlert: AddAlertAction; dismiss: () => void }) {
  const { id: ownerId } = useSignedIn();
  const steps = useTourSteps(ownerId);
  return (
    <section className="tour" aria-labelledby="tour-title">
      <div className="tour-head">
        <h2 id="tour-title">Start here</h2>
        <p className="page-quiet">An invented portal of partners and customers. Nothing here is real.</p>
        <ResetDemo {...{ ownerId, addAlert }} />
        <button
          type="button"
          className="ui-icon-button"
          aria-label="Put the first steps away"
          onClick={dismiss}
        >
          <X />
        </button>
      </div>
      <ol>
        {steps.map((step, index) => (
          <Step key={step.title} {...{ step }} number={index + 1} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step: { title, hint, href, isDone }, number }: { step: StepState; number: number }) {
  return (
    <li className={isDone ? 'is-done' : undefined}>
      <span className="tour-number" aria-hidden="true">
        {isDone ? <Check /> : number}
      </span>
      <div>
        <PageLink href={href}>{title}</PageLink>
        {isDone && <span className="ui-hidden"> (done)</span>}
        <p>{hint}</p>
      </div>
    </li>
  );
}

const RESET = 'reset-demo';

/** Asks before it puts the portal back. */
function ResetDemo({ ownerId, addAlert }: { ownerId: string; addAlert: AddAlertAction }) {
  const [isAsking, ask] = useState(false);
  const [isResetting, setResetting] = useState(false);
  const close = () => ask(false);
  const reset = async () => {
    setResetting(true);
    try {
      await callServer(ownerId, 'POST', '/demo-api/reset');
      forgetTour();
      window.location.assign('/companies');
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      addAlert({ type: 'danger', title: 'The demo was not reset', message });
      setResetting(false);
      close();
    }
  };
  return (
    <>
      <button type="button" className="ui-button is-secondary is-sm" onClick={() => ask(true)}>
        Reset the demo
      </button>
      <OverlaysProvider value={{ isOpen: () => isAsking, open: () => ask(true), close }}>
        <Dialog
          id={RESET}
          title="Reset the demo?"
          className="ui-modal is-sm"
          modal
          {...{ label: undefined, onOpen: undefined, onClose: undefined }}
        >
          <div className="ui-dialog-body">
            Every change in this portal is lost, also those in its file. It takes some seconds.
          </div>
          <div className="ui-dialog-footer">
            <button
              type="button"
              className="ui-button is-destructive"
              aria-disabled={isResetting}
              onClick={() => !isResetting && void reset()}
            >
              {isResetting ? 'Resetting' : 'Reset'}
            </button>
            <button type="button" className="ui-button is-secondary" onClick={close}>
              Keep my changes
            </button>
          </div>
        </Dialog>
      </OverlaysProvider>
    </>
  );
}
