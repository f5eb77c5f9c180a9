import type { ExtensionEvent, HrefProp } from '@hubspot/ui-extensions';

/** What a card's handler receives: the class of HubSpot's event would not survive the way to the worker. */
export function extensionEvent(type: string): ExtensionEvent {
  const plain: unknown = { type, bubbles: false, timeStamp: performance.now(), id: crypto.randomUUID() };
  return plain as ExtensionEvent;
}

export interface Target {
  url: string;
  external: boolean;
}

// A card may bring any string, `javascript:` included.
const SAFE = /^(https?:|mailto:|tel:|\/|#|\?)/i;

/** Where a link leads. Links leave in a new tab unless the card says otherwise, as in HubSpot. */
export function targetOf(href: HrefProp): Target {
  const url = typeof href === 'string' ? href : href.url;
  const external = typeof href === 'string' ? true : (href.external ?? true);
  return { url: SAFE.test(url) ? url : '#', external };
}
