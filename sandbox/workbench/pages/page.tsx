import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Route, Router, Switch, useLocation, Link } from 'wouter';
import { standInFor } from '../components/events.ts';
import { ErrorState } from '../components/feedback.tsx';
import { followLink, PageLink } from './address.tsx';
import { AutomationPage } from './automation/automation-page.tsx';
import { BoardPage } from './board/board-page.tsx';
import { CallsPage } from './calls/calls-page.tsx';
import { FaultsPage } from './calls/faults-page.tsx';
import { CompaniesPage } from './companies/companies-page.tsx';
import { ConnectionBanner } from './connection/connection.tsx';
import { type ConnectionState, useConnection } from './connection/use-connection.ts';
import { PreviewProvider } from './preview/preview-button.tsx';
import { PreviewPanel } from './preview/preview-panel.tsx';
import type { RecordKey } from './crm-objects.ts';
import { OtherRecordPage } from './record/other-record.tsx';
import { RecordPage } from './record/record-page.tsx';
import { OwnerSelect, SignedInProvider, useOwnerChoice } from './session.tsx';
import { settings } from './portal.ts';
import { SettingsPage } from './settings/settings-page.tsx';
import { Toasts, ToastsProvider, useToastList } from './toasts.tsx';
import { useVisit } from './tour/tour-state.ts';

const PAGES = [
  { href: '/companies', title: 'Companies' },
  { href: '/board', title: 'Board' },
  ...(settings.hasAutomation ? [{ href: '/automation', title: 'Automation' }] : []),
  ...(settings.cards.some(({ location }) => location === 'settings')
    ? [{ href: '/settings', title: 'Settings' }]
    : []),
];

const DEVELOPER_PAGES = [
  { href: '/calls', title: 'Calls' },
  { href: '/faults', title: 'Faults' },
];

/** Links to the pages. The current page is marked, also on its records. */
function Navigation({ pathname }: { pathname: string }) {
  const shown = pathname === '/' ? '/companies' : pathname;
  const linkOf = ({ href, title }: { href: string; title: string }) => (
    <Link
      key={href}
      href={href}
      aria-current={shown === href ? 'page' : shown.startsWith(`${href}/`) ? 'true' : undefined}
    >
      {title}
    </Link>
  );
  return (
    <div className="page-navs">
      <nav className="page-nav" aria-label="Pages">
        {PAGES.map(linkOf)}
      </nav>
      <nav className="page-nav is-quiet" aria-labelledby="for-developers">
        <span id="for-developers">For developers</span>
        {DEVELOPER_PAGES.map(linkOf)}
      </nav>
    </div>
  );
}

function NotFound() {
  return (
    <main className="page-main">
      <ErrorState title="There is no such page">
        <PageLink href="/companies">Go to the companies</PageLink>
      </ErrorState>
    </main>
  );
}

/** The record in preview, until another page is shown. */
function usePreviewState(pathname: string) {
  const [previewed, preview] = useState<RecordKey>();
  const close = useCallback(() => preview(undefined), []);
  useEffect(() => close, [pathname, close]);
  return { previewed, preview, close };
}

function CurrentPage({ addAlert, connection }: { addAlert: AddAlertAction; connection: ConnectionState }) {
  return (
    <Switch>
      <Route path={/^\/companies\/(?<id>\d+)\/?$/}>
        {({ id = '' }) => <RecordPage key={id} id={id} addAlert={addAlert} />}
      </Route>
      <Route path={/^\/records\/(?<typeId>\d+-\d+)\/(?<id>\d+)\/?$/}>
        {({ typeId = '', id = '' }) => <OtherRecordPage key={id} {...{ typeId, id }} />}
      </Route>
      <Route path={/^\/(?:companies\/?)?$/}>
        <CompaniesPage addAlert={addAlert} />
      </Route>
      <Route path="/board">
        <BoardPage addAlert={addAlert} />
      </Route>
      {settings.hasAutomation && (
        <Route path="/automation">
          <AutomationPage addAlert={addAlert} />
        </Route>
      )}
      <Route path="/settings">
        <SettingsPage {...{ connection }} />
      </Route>
      <Route path="/calls">
        <CallsPage addAlert={addAlert} />
      </Route>
      <Route path="/faults">
        <FaultsPage addAlert={addAlert} />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

function Workbench() {
  const [pathname] = useLocation();
  const choice = useOwnerChoice();
  const { toasts, dismiss, source } = useToastList();
  const { addAlert } = source;
  const connection = useConnection(choice.owner.id);
  useVisit(pathname);
  const { previewed, preview, close } = usePreviewState(pathname);
  return (
    <SignedInProvider value={choice.owner}>
      <header className="page-header">
        <a className="page-brand" href="/companies">
          Partner ICP workbench
        </a>
        <span className="page-badge">stand-in for HubSpot</span>
        <Navigation pathname={pathname} />
        <OwnerSelect {...choice} />
      </header>
      <ConnectionBanner {...connection} />
      <ToastsProvider value={source}>
        <PreviewProvider value={preview}>
          {/* what was read without a connection is read anew with one */}
          <CurrentPage key={connection.times} {...{ addAlert, connection }} />
          {previewed && (
            <PreviewPanel key={`${previewed.objectType} ${previewed.id}`} record={previewed} {...{ close }} />
          )}
        </PreviewProvider>
      </ToastsProvider>
      <footer className="page-footer">
        A local stand-in for HubSpot’s CRM. Not made by HubSpot; nothing here reaches a HubSpot account.
      </footer>
      <Toasts toasts={toasts} dismiss={dismiss} />
    </SignedInProvider>
  );
}

standInFor(settings.localOrigins);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <Router aroundNav={followLink}>
      <Workbench />
    </Router>,
  );
