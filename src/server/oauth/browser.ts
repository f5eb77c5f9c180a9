import { createHash, randomBytes } from 'node:crypto';

import type { Request, Response } from 'express';

/** Only this browser sends it back, only over https, and scripts do not read it. */
const COOKIE = '__Host-partner-icp';
const DAY_MS = 86_400_000;

/** The secret in the cookie of this browser; null without one. */
export function browserOf(request: Request): string | null {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([name]) => name === COOKIE)?.[1] ?? '';
  return /^[\w-]{43}$/.test(value) ? value : null;
}

/** The secret of this browser, which is given one where it has none. */
export function rememberBrowser(request: Request, response: Response): string {
  const browser = browserOf(request) ?? newSecret();
  const options = { secure: true, httpOnly: true, sameSite: 'lax', path: '/', maxAge: DAY_MS } as const;
  response.cookie(COOKIE, browser, options);
  return browser;
}

/** What is stored of a secret. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
