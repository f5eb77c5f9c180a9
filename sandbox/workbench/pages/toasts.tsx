import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useCallback, useRef, useState } from 'react';
import { Alert } from '../components/feedback.tsx';
import X from 'lucide-react/icons/x';

type Toast = Parameters<AddAlertAction>[0] & { key: number };

/** How long an alert is shown. Errors stay until they are closed. */
const VISIBLE_MS = 6000;

export function useToasts() {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const keys = useRef(0);
  const dismiss = useCallback((key: number) => {
    setToasts((before) => before.filter((toast) => toast.key !== key));
  }, []);
  const addAlert = useCallback<AddAlertAction>(
    (alert) => {
      const key = ++keys.current;
      setToasts((before) => [...before, { ...alert, key }]);
      if (alert.type !== 'danger') setTimeout(() => dismiss(key), VISIBLE_MS);
    },
    [dismiss],
  );
  return { toasts, addAlert, dismiss };
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
