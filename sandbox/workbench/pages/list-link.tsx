import ChevronLeft from 'lucide-react/icons/chevron-left';
import { PageLink } from './address.tsx';

const KEY = 'workbench-list';

/** Notes the list as it stands, for the link that leads back to it. */
export function rememberList(href: string): void {
  sessionStorage.setItem(KEY, href);
}

/** Leads back to the list as it was left in this tab. */
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
