import { useSyncExternalStore, type MouseEvent, type ReactNode } from 'react';

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

/** A new step of the browser's history. */
export function goTo(href: string): void {
  window.history.pushState(null, '', href);
  window.dispatchEvent(new Event(MOVED));
}

/** The same step with another query: what is typed into a search box is no step of its own. */
export function replaceQuery(name: string, value: string): void {
  const url = new URL(window.location.href);
  if (value) url.searchParams.set(name, value);
  else url.searchParams.delete(name);
  window.history.replaceState(null, '', url);
  window.dispatchEvent(new Event(MOVED));
}

export function PageLink({ href, children }: { href: string; children: ReactNode }) {
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(href);
    window.scrollTo(0, 0);
  };
  return (
    <a className="ui-link" href={href} onClick={onClick}>
      {children}
    </a>
  );
}
