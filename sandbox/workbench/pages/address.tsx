import { useEffect, useLayoutEffect, useSyncExternalStore, type MouseEvent, type ReactNode } from 'react';
import { numberIn, recordIn, textIn } from './parse.ts';

const MOVED = 'workbench:moved';

function subscribe(listener: () => void) {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

/** The path and query shown in the address bar. */
export function useAddress(): URL {
  return new URL(useSyncExternalStore(subscribe, () => window.location.href));
}

/** Where somebody stood on a page: how far down in CSS pixels, and the id of the element with the focus. */
interface Place {
  scroll: number;
  focus: string;
}

const START: Place = { scroll: 0, focus: '' };
/** The place last left on each address, for links that lead back. */
const left = new Map<string, Place>();

function notePlace(): void {
  const place = { scroll: window.scrollY, focus: document.activeElement?.id ?? '' };
  left.set(window.location.pathname + window.location.search, place);
  window.history.replaceState(place, '');
}

/** A new step of the browser's history. */
export function goTo(href: string, place: Place = START): void {
  notePlace();
  window.history.pushState(place, '', href);
  window.dispatchEvent(new Event(MOVED));
}

/** The same step with another address: what is typed into a search box is no step of its own. */
export function replaceAddress(href: string): void {
  window.history.replaceState(window.history.state, '', href);
  window.dispatchEvent(new Event(MOVED));
}

/** The same step with another value in the query; an empty one leaves it out. */
export function replaceQuery(name: string, value: string): void {
  const url = new URL(window.location.href);
  if (value) url.searchParams.set(name, value);
  else url.searchParams.delete(name);
  replaceAddress(url.href);
}

/** Puts scroll and focus back where this step of the history was left, once what they stand on is drawn. */
export function useFormerPlace(isDrawn: boolean): void {
  useLayoutEffect(() => {
    if (!isDrawn) return;
    const { scroll, focus } = recordIn(window.history.state);
    window.scrollTo(0, numberIn(scroll));
    document.getElementById(textIn(focus))?.focus({ preventScroll: true });
  }, [isDrawn]);
  useEffect(() => {
    window.addEventListener('pagehide', notePlace);
    return () => window.removeEventListener('pagehide', notePlace);
  }, []);
}

interface PageLinkProps {
  href: string;
  id?: string;
  /** A link that leads back goes to where its page was left; others to the top. */
  isBack?: boolean;
  children: ReactNode;
}

export function PageLink({ href, id, isBack = false, children }: PageLinkProps) {
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const place = (isBack && left.get(href)) || START;
    goTo(href, place);
    window.scrollTo(0, place.scroll);
  };
  return (
    <a className="ui-link" {...{ href, id, onClick }}>
      {children}
    </a>
  );
}
