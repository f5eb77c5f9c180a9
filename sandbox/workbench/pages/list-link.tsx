import { Glyph } from '../components/icon.tsx';
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
        <Glyph name="left" />
        Companies
      </PageLink>
    </nav>
  );
}
