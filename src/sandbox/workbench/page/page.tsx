import { createRoot } from 'react-dom/client';
import { ErrorState } from '../components/feedback.tsx';
import { PageLink, useAddress } from './address.tsx';
import { AutomationPage } from './automation/automation-page.tsx';
import { BoardPage } from './board/board-page.tsx';
import { Navigation } from './board/navigation.tsx';
import { CompaniesPage } from './companies/companies-page.tsx';
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

function Workbench() {
  const { pathname } = useAddress();
  const choice = useOwnerChoice();
  const { toasts, addAlert, dismiss } = useToasts();
  const [, recordId] = /^\/companies\/(\d+)\/?$/.exec(pathname) ?? [];
  const isBoard = pathname === '/board';
  const isAutomation = pathname === '/automation' && settings.hasAutomation;
  const isList = pathname === '/' || pathname === '/companies';
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
      {recordId && <RecordPage key={recordId} id={recordId} addAlert={addAlert} />}
      {isList && <CompaniesPage />}
      {isBoard && <BoardPage addAlert={addAlert} />}
      {isAutomation && <AutomationPage addAlert={addAlert} />}
      {!recordId && !isList && !isBoard && !isAutomation && <NotFound />}
      <footer className="page-footer">
        A local stand-in for HubSpot’s CRM. Not made by HubSpot; nothing here reaches a HubSpot account.
      </footer>
      <Toasts toasts={toasts} dismiss={dismiss} />
    </SignedInProvider>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Workbench />);
