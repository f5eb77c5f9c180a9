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

const localOrigins = new Map<string, string>();

/** Lets links of cards to these origins lead to servers on this machine. */
export function standInFor(origins: Readonly<Record<string, string>>): void {
  for (const [origin, local] of Object.entries(origins)) localOrigins.set(origin, local);
}

/** What the workbench has in place of a record's page in HubSpot, or of an app's server. */
function inWorkbench(url: string): string {
  const [, typeId, id] = RECORD_PAGE.exec(url) ?? [];
  if (typeId === undefined || id === undefined) return onThisMachine(url);
  return typeId === COMPANY ? `/companies/${id}` : `/records/${typeId}/${id}`;
}

function onThisMachine(url: string): string {
  const origin = URL.canParse(url) ? new URL(url).origin : '';
  const local = localOrigins.get(origin);
  return local === undefined ? url : local + url.slice(origin.length);
}

/** The target of a link. As in HubSpot, links open a new tab unless the card sets `external` to false. */
export function targetOf(href: HrefProp): Target {
  const url = inWorkbench(typeof href === 'string' ? href : href.url);
  const external = typeof href === 'string' ? true : (href.external ?? true);
  return { url: SAFE.test(url) ? url : '#', external };
}
