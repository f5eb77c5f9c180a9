import type { ExtensionEvent, HrefProp } from '@hubspot/ui-extensions';

/** The event of a card's handler, as a plain object: class instances cannot cross to the worker. */
export function extensionEvent(type: string): ExtensionEvent {
  const plain: unknown = { type, bubbles: false, timeStamp: performance.now(), id: crypto.randomUUID() };
  return plain as ExtensionEvent;
}

export interface Target {
  url: string;
  external: boolean;
}

// A card can pass any string, `javascript:` included.
const SAFE = /^(https?:|mailto:|tel:|\/|#|\?)/i;

/** The page of a record in HubSpot, as records of the CRM carry it. */
const RECORD_PAGE = /^https:\/\/(?:[\w-]+\.)*hubspot\.com\/contacts\/\d+\/record\/(\d+-\d+)\/(\d+)\/?$/;
const COMPANY = '0-2';

/** The page that the workbench has in place of a record's page in HubSpot. */
function inWorkbench(url: string): string {
  const [, typeId, id] = RECORD_PAGE.exec(url) ?? [];
  if (typeId === undefined || id === undefined) return url;
  return typeId === COMPANY ? `/companies/${id}` : `/records/${typeId}/${id}`;
}

/** The target of a link. As in HubSpot, links open a new tab unless the card sets `external` to false. */
export function targetOf(href: HrefProp): Target {
  const url = inWorkbench(typeof href === 'string' ? href : href.url);
  const external = typeof href === 'string' ? true : (href.external ?? true);
  return { url: SAFE.test(url) ? url : '#', external };
}
