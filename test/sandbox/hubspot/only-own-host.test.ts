import { request } from 'node:http';
import { ADMIN, COMPANIES, withIntegrations } from './open-integrations-sandbox.ts';

const PATHS = [COMPANIES, `${ADMIN}/journal`, '/oauth/authorize'];

test.each([
  ['the page of another site', { origin: 'https://evil.example' }],
  ['a page without an origin of its own', { origin: 'null' }],
  ['another service of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a name that points here', { host: 'evil.example:{port}' }],
  ['a name that points here and looks like ours', { host: 'localhost.evil.example:{port}' }],
  ['an address of ours with another port', { host: '127.0.0.1:1' }],
  ['an address without a port', { host: '127.0.0.1' }],
])('%s reaches no path of the sandbox', (_name, headers) =>
  withIntegrations({}, async ({ crm }) => {
    for (const path of PATHS) {
      const { status, text } = await send(crm.baseUrl, path, headers);

      expect({ path, status }).toEqual({ path, status: 403 });
      expect(text).toContain(crm.baseUrl);
    }
    expect(crm.journal.entries()).toEqual([]);
  }),
);

test.each([
  ['localhost', { host: 'localhost:{port}' }],
  ['a page of its own', { origin: 'http://127.0.0.1:{port}' }],
])('%s reaches the sandbox', (_name, headers) =>
  withIntegrations({}, async ({ crm }) => {
    expect(await send(crm.baseUrl, COMPANIES, headers)).toMatchObject({ status: 200 });
  }),
);

function send(
  baseUrl: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number | undefined; readonly text: string }> {
  const { port } = new URL(baseUrl);
  const own = Object.entries(headers).map(([name, value]) => [name, value.replace('{port}', port)] as const);
  return new Promise((resolve, reject) => {
    const all = new Map([['authorization', 'Bearer pat-app'] as const, ...own]);
    request(baseUrl + path, { headers: Object.fromEntries(all) }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.once('end', () => resolve({ status: answer.statusCode, text }));
    })
      .on('error', reject)
      .end();
  });
}
