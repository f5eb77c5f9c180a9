import type { MouseEvent } from 'react';
import { goTo } from '../address.tsx';
import { settings } from '../settings.ts';

const PAGES = [
  { href: '/companies', title: 'Companies' },
  { href: '/board', title: 'Board' },
  ...(settings.hasAutomation ? [{ href: '/automation', title: 'Automation' }] : []),
  { href: '/calls', title: 'Calls' },
];

/** Leads to the pages of the workbench; the one in sight is marked, its records included. */
export function Navigation({ pathname }: { pathname: string }) {
  const follow = (event: MouseEvent, href: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(href);
    window.scrollTo(0, 0);
  };
  const shown = pathname === '/' ? '/companies' : pathname;
  return (
    <nav className="page-nav" aria-label="Pages">
      {PAGES.map(({ href, title }) => (
        <a
          key={href}
          href={href}
          aria-current={shown === href ? 'page' : shown.startsWith(`${href}/`) ? 'true' : undefined}
          onClick={(event) => follow(event, href)}
        >
          {title}
        </a>
      ))}
    </nav>
  );
}
