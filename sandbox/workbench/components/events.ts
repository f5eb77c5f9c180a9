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

/** The target of a link. As in HubSpot, links open a new tab unless the card sets `external` to false. */
export function targetOf(href: HrefProp): Target {
  const url = typeof href === 'string' ? href : href.url;
  const external = typeof href === 'string' ? true : (href.external ?? true);
  return { url: SAFE.test(url) ? url : '#', external };
}
