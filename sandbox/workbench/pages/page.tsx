import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorState } from '../components/feedback.tsx';
import { PageLink, useAddress } from './address.tsx';
import { AutomationPage } from './automation/automation-page.tsx';
import { BoardPage } from './board/board-page.tsx';
import { Navigation } from './board/navigation.tsx';
import { CallsPage } from './calls/calls-page.tsx';
import { CompaniesPage } from './companies/companies-page.tsx';
import { PreviewProvider } from './preview/preview-context.ts';
import { PreviewPanel } from './preview/preview-panel.tsx';
import type { RecordKey } from './record-key.ts';
import { RecordPage } from './record-page.tsx';
import { OwnerSelect, SignedInProvider, useOwnerChoice } from './session.tsx';
import { settings } from './settings.ts';
import { Toasts, useToasts } from './toasts.tsx';

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

/** The page of an address. */
function CurrentPage({ pathname, addAlert }: { pathname: string; addAlert: AddAlertAction }) {
  const [, recordId] = /^\/companies\/(\d+)\/?$/.exec(pathname) ?? [];
  const isBoard = pathname === '/board';
  const isAutomation = pathname === '/automation' && settings.hasAutomation;
  const isCalls = pathname === '/calls';
  const isList = pathname === '/' || pathname === '/companies';
  return (
    <>
      {recordId && <RecordPage key={recordId} id={recordId} addAlert={addAlert} />}
      {isList && <CompaniesPage />}
      {isBoard && <BoardPage addAlert={addAlert} />}
      {isAutomation && <AutomationPage addAlert={addAlert} />}
      {isCalls && <CallsPage addAlert={addAlert} />}
      {!recordId && !isList && !isBoard && !isAutomation && !isCalls && <NotFound />}
    </>
  );
}

function Workbench() {
  const { pathname } = useAddress();
  const choice = useOwnerChoice();
  const { toasts, addAlert, dismiss } = useToasts();
  const { previewed, preview, close } = usePreviewState(pathname);
  return (
    <SignedInProvider value={choice.owner}>
      <header className="page-header">
        <a className="page-brand" href="/companies">
          CRM workbench
        </a>
        <span className="page-badge">local stand-in</span>
        <Navigation pathname={pathname} />
        <OwnerSelect {...choice} />
      </header>
      <PreviewProvider value={preview}>
        <CurrentPage {...{ pathname, addAlert }} />
        {previewed && (
          <PreviewPanel
            key={`${previewed.objectType} ${previewed.id}`}
            record={previewed}
            {...{ addAlert, close }}
          />
        )}
      </PreviewProvider>
      <footer className="page-footer">
        A local stand-in for HubSpot’s CRM. Not made by HubSpot; nothing here reaches a HubSpot account.
      </footer>
      <Toasts toasts={toasts} dismiss={dismiss} />
    </SignedInProvider>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Workbench />);
