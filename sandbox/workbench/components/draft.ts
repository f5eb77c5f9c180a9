import { useEffect, useRef, useState } from 'react';

/** A card answers within milliseconds; after this long its value counts, also when it refused the edit. */
const SETTLE_MS = 1000;

interface Draft<T> {
  draft: T;
  /** Shows a value at once; the card hears of it through its own handlers. */
  edit: (next: T) => void;
  /** From now on the card's value counts again, once it had time to answer. */
  settle: () => void;
}

/**
 * What an input shows. The card lives behind a message channel, so its value comes back late: an echo of an earlier
 * keystroke must not undo a later one, but a value that this input never sent (undo, reload) must win.
 *
 * @param confirmed the card's value; undefined means unset, or that the card does not control this input
 * @param empty what an unset input shows
 */
export function useDraft<T>(confirmed: T | undefined, empty: T): Draft<T> {
  const [draft, setDraft] = useState(confirmed ?? empty);
  const sent = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const latest = useRef(confirmed);
  const seen = useRef(JSON.stringify(confirmed ?? empty));
  latest.current = confirmed;
  const key = JSON.stringify(confirmed ?? empty);

  useEffect(() => {
    if (seen.current === key) return;
    seen.current = key;
    const echo = sent.current.lastIndexOf(key);
    if (echo >= 0) {
      sent.current.splice(0, echo + 1);
      return;
    }
    sent.current = [];
    setDraft(latest.current ?? empty);
  }, [key]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const edit = (next: T) => {
    sent.current.push(JSON.stringify(next));
    setDraft(next);
  };
  const settle = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = [];
      if (latest.current !== undefined) setDraft(latest.current);
    }, SETTLE_MS);
  };
  return { draft, edit, settle };
}
