import { useEffect, useRef, useState } from 'react';

/** A card answers within milliseconds. After this time its value is shown, even if it refused the edit. */
const SETTLE_MS = 1000;

interface Draft<T> {
  draft: T;
  /** Shows a value at once. The caller passes it to the card's handlers. */
  edit: (next: T) => void;
  /** Shows the card's value again, once the card had time to answer. */
  settle: () => void;
}

/**
 * The shown value of an input. The card's value arrives late, over a message channel. Echoes of earlier keystrokes are
 * ignored; a value that this input never sent (undo, reload) replaces the draft.
 *
 * @param confirmed the card's value; undefined when unset or not controlled by the card
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
