import type { Response } from 'express';

import { PAGE_POLICY } from './page-style.ts';

/** Sends a page that is for one browser, at an address that may hold a secret: it is kept nowhere, and passed on to nobody. */
export function showPage(response: Response, status: number, html: string): void {
  response
    .status(status)
    .set({
      'cache-control': 'no-store',
      'content-security-policy': PAGE_POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .type('html')
    .send(html);
}
