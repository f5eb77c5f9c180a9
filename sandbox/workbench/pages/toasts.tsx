import type { AddAlertAction } from '@hubspot/ui-extensions';
import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { Alert } from '../components/feedback.tsx';
import X from 'lucide-react/icons/x';

type Toast = Parameters<AddAlertAction>[0] & {
  key: number;
  /** The card that shows it; empty for the page. */
  from: string;
};

/** How long an alert is shown. Errors stay until they are closed. */
const VISIBLE_MS = 6000;

export interface ToastSource {
  /** @param from the card that shows it; its earlier alerts go away */
  addAlert: (alert: Parameters<AddAlertAction>[0], from?: string) => void;
  /** Takes back what a card said, apart from errors. */
  forget: (from: string) => void;
}

const ToastsContext = createContext<ToastSource>({ addAlert: () => {}, forget: () => {} });
export const ToastsProvider = ToastsContext.Provider;

/** Alerts of one card. A newer one replaces the older ones: the card has had another outcome. */
export function useCardToasts(from: string) {
  const { addAlert, forget } = useContext(ToastsContext);
  return useMemo(
    () => ({
      addAlert: (alert: Parameters<AddAlertAction>[0]) => addAlert(alert, from),
      forget: () => forget(from),
    }),
    [addAlert, forget, from],
  );
}

export function useToastList() {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const keys = useRef(0);
  const dismiss = useCallback((key: number) => {
    setToasts((before) => before.filter((toast) => toast.key !== key));
  }, []);
  const source = useMemo<ToastSource>(
    () => ({
      addAlert: (alert, from = '') => {
        const key = ++keys.current;
        setToasts((before) => [
          ...before.filter((toast) => from === '' || toast.from !== from),
          { ...alert, key, from },
        ]);
        if (alert.type !== 'danger') setTimeout(() => dismiss(key), VISIBLE_MS);
      },
      forget: (from) => {
        setToasts((before) => {
          const rest = before.filter((toast) => toast.from !== from || toast.type === 'danger');
          return rest.length === before.length ? before : rest;
        });
      },
    }),
    [dismiss],
  );
  return { toasts, dismiss, source };
}

export function Toasts({ toasts, dismiss }: { toasts: Toast[]; dismiss: (key: number) => void }) {
  return (
    <section className="page-toasts" aria-label="Notifications">
      {toasts.map(({ key, type, title, message }) => (
        <div key={key} className="page-toast">
          <Alert variant={type ?? 'info'} title={title ?? message}>
            {title ? message : undefined}
          </Alert>
          <button
            type="button"
            className="ui-icon-button"
            aria-label="Dismiss notification"
            onClick={() => dismiss(key)}
          >
            <X />
          </button>
        </div>
      ))}
    </section>
  );
}
