import { Link } from 'wouter';
import { settings } from '../settings.ts';

const PAGES = [
  { href: '/companies', title: 'Companies' },
  { href: '/board', title: 'Board' },
  ...(settings.hasAutomation ? [{ href: '/automation', title: 'Automation' }] : []),
  { href: '/calls', title: 'Calls' },
];

/** Leads to the pages of the workbench; the one in sight is marked, its records included. */
export function Navigation({ pathname }: { pathname: string }) {
  const shown = pathname === '/' ? '/companies' : pathname;
  return (
    <nav className="page-nav" aria-label="Pages">
      {PAGES.map(({ href, title }) => (
        <Link
          key={href}
          href={href}
          aria-current={shown === href ? 'page' : shown.startsWith(`${href}/`) ? 'true' : undefined}
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
