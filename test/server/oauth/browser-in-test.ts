import { APP, PUBLIC_URL } from '../server-in-test.ts';

/** A browser as far as an authorization needs one: it keeps the server's cookie, and follows no redirect by itself. */
export interface BrowserInTest {
  cookie: () => string;
  get: (path: string) => Promise<{ status: number; location: string; text: string }>;
  post: (
    path: string,
    form: Record<string, string>,
  ) => Promise<{ status: number; location: string; text: string }>;
  /** Begins an authorization. @returns HubSpot's page */
  begin: (app?: number) => Promise<URL>;
  /** Decides on HubSpot's page. @returns the path that it leads back to */
  decide: (page: URL, decision?: 'grant' | 'deny') => Promise<string>;
  /** From the first page to the last. */
  connect: (app?: number) => Promise<{ status: number; location: string; text: string }>;
}

export function openBrowser(address: string): BrowserInTest {
  let cookie = '';
  const send = async (path: string, request: RequestInit = {}) => {
    const headers = { ...(cookie !== '' && { cookie }) };
    const response = await fetch(`${address}${path}`, { ...request, headers, redirect: 'manual' });
    const set = response.headers.get('set-cookie')?.split(';')[0];
    if (set !== undefined) cookie = set;
    const location = response.headers.get('location') ?? '';
    return { status: response.status, location, text: await response.text() };
  };
  const browser: BrowserInTest = {
    cookie: () => cookie,
    get: (path) => send(path),
    post: (path, form) => send(path, { method: 'POST', body: new URLSearchParams(form) }),
    begin: async (app = APP.appId) => new URL((await send(`/oauth/install?app=${app}`)).location),
    decide: async (page, decision = 'grant') => {
      const body = new URLSearchParams(page.searchParams);
      body.set('decision', decision);
      const back = await fetch(`${page.origin}/oauth/authorize`, {
        method: 'POST',
        body,
        redirect: 'manual',
      });
      return (back.headers.get('location') ?? '').replace(PUBLIC_URL, '');
    },
    connect: async (app) => browser.get(await browser.decide(await browser.begin(app))),
  };
  return browser;
}
