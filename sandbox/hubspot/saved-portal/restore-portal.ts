import { createPortal } from '../portal/create-portal.ts';
import type { Portal } from '../portal/portal.ts';
import { loadPortal } from './load-portal.ts';

/**
 * Puts a running account back to what `dumpPortal` gave. Tokens, apps and limits stay; nothing is published.
 *
 * @throws SavedPortalError when the value is no saved portal; the account then stays as it was
 */
export function restorePortal(portal: Portal, value: unknown): void {
  const fresh = createPortal(portal);
  loadPortal(fresh, value);
  const { types, associations, lists, rules, propertyUses, nextIds } = fresh;
  Object.assign(portal, { types, associations, lists, rules, propertyUses, nextIds });
}
