import { useEffect, useLayoutEffect, type ReactNode } from 'react';
import { Link, type AroundNavHandler } from 'wouter';
import { navigate, useLocationProperty } from 'wouter/use-browser-location';
import { numberIn, recordIn, textIn } from './parse.ts';
import ChevronLeft from 'lucide-react/icons/chevron-left';

/** The path and query shown in the address bar. */
export function useAddress(): URL {
  return new URL(useLocationProperty(() => window.location.href));
}

/** Scroll position in CSS pixels, and the id of the focused element. */
interface Place {
  scroll: number;
  focus: string;
}

const START: Place = { scroll: 0, focus: '' };
/** The last place on each address, for links that lead back. */
const lastPlaces = new Map<string, Place>();

function rememberPlace(): void {
  const place = { scroll: window.scrollY, focus: document.activeElement?.id ?? '' };
  lastPlaces.set(window.location.pathname + window.location.search, place);
  window.history.replaceState(place, '');
}

/** Adds a step to the browser's history. The page keeps its scroll position. */
export function goTo(href: string): void {
  rememberPlace();
  navigate(href, { state: START });
}

/** Scrolls to the top after following a link, or to the place in its state. */
export const followLink: AroundNavHandler = (follow, href, options) => {
  rememberPlace();
  const place = (options?.state as Place | undefined) ?? START;
  follow(href, { state: place });
  window.scrollTo(0, place.scroll);
};

/** Changes the address without a step in the history: typing into a search box adds none. */
export function replaceAddress(href: string): void {
  navigate(href, { replace: true, state: window.history.state as unknown });
}

/** Changes one value of the query without a step in the history; an empty value is removed. */
export function replaceQuery(name: string, value: string): void {
  const url = new URL(window.location.href);
  if (value) url.searchParams.set(name, value);
  else url.searchParams.delete(name);
  replaceAddress(url.href);
}

/** Restores scroll and focus of this history step, once the page is drawn. */
export function useFormerPlace(isDrawn: boolean): void {
  useLayoutEffect(() => {
    if (!isDrawn) return;
    const { scroll, focus } = recordIn(window.history.state);
    window.scrollTo(0, numberIn(scroll));
    document.getElementById(textIn(focus))?.focus({ preventScroll: true });
  }, [isDrawn]);
  useEffect(() => {
    window.addEventListener('pagehide', rememberPlace);
    return () => window.removeEventListener('pagehide', rememberPlace);
  }, []);
}

interface PageLinkProps {
  href: string;
  id?: string;
  /** A link back goes to the last place on its page; others go to the top. */
  isBack?: boolean;
  children: ReactNode;
}

export function PageLink({ isBack = false, ...link }: PageLinkProps) {
  return <Link className="ui-link" {...link} state={isBack ? lastPlaces.get(link.href) : undefined} />;
}

const KEY = 'workbench-list';

/** Remembers the address of the list for `ListLink`. */
export function rememberList(href: string): void {
  sessionStorage.setItem(KEY, href);
}

/** Leads back to the list as last shown in this tab. */
export function ListLink() {
  return (
    <nav aria-label="Back">
      <PageLink href={sessionStorage.getItem(KEY) ?? '/companies'} isBack>
        <ChevronLeft />
        Companies
      </PageLink>
    </nav>
  );
}
