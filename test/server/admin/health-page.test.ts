import { PORTALS, fillPortals } from './filled-portals.ts';
import { type ServerInTest, serverInTest } from '../server-in-test.ts';
import { SCOPES } from './fleet-in-test.ts';

let server: ServerInTest;

beforeEach(async () => {
  server = await serverInTest({ hubspotUrl: 'http://127.0.0.1:9', scopes: SCOPES });
});

afterEach(() => server.close());

async function page(query = ''): Promise<string> {
  const headers = { authorization: `Bearer ${server.settings.adminSecret}` };
  const response = await fetch(`${server.address}/admin${query}`, { headers });
  expect(response.status).toBe(200);
  return response.text();
}

/** The domains of the page in their order. */
const domainsIn = (html: string) => [...html.matchAll(/<th scope="row".*?<p class="strong">(.*?)<\/p>/g)].map(([, domain]) => domain); // prettier-ignore

test('without a portal it says how one is connected', async () => {
  const html = await page();

  expect(html).toContain('No portal is connected yet.');
  expect(html).toContain('/oauth/install?app=4711');
});

test('where a portal is connected stands on the page beside portals too', async () => {
  await fillPortals(server.store.database, [{ domain: 'well.example' }]);

  expect(await page()).toContain('href="https://partner-icp.example.com/oauth/install?app=4711"');
});

test('portals that need attention come first, each with a sentence that says why; uninstalled ones last', async () => {
  await fillPortals(server.store.database, PORTALS);

  const html = await page();

  expect(domainsIn(html)).toEqual([
    ...[
      'failed.example',
      'broken.example',
      'slow.example',
      'scopes.example',
      'stuck.example',
      'spent.example',
    ],
    ...['new.example', 'old-error.example', 'well.example', 'gone.example'],
  ]);
  expect(html).toContain('6 of 10 portals need attention.');
  for (const sentence of [
    'The installation of properties failed.',
    'Within the last day: A fault of the app; the log has the report.',
    'Fewer than 95 of 100 calls to HubSpot succeeded.',
    'scopes are missing: crm.objects.companies.write.',
    'has not moved for ten minutes',
    'Few calls are left today.',
    '94.9 % succeeded',
    'Its policy, 1 entry, is kept until',
  ])
    expect(html).toContain(sentence);
});

test('the share of an app counts the calls of all its portals within 30 days', async () => {
  await fillPortals(server.store.database, PORTALS);

  // 2,000 of slow.example with 101 failed, and 8,000 of well.example with 80 failed
  expect(await page()).toMatch(/98\.1 % succeeded, enough.*of 10,000; certification asks for 95 %/);
});

test('a thousand portals come fifty a page, and a text finds one by domain, portal or app', async () => {
  const many = Array.from({ length: 1_000 }, (_none, at) => ({
    domain: `portal-${String(at).padStart(4, '0')}.example`,
  }));
  await fillPortals(server.store.database, many);

  const first = await page();
  const last = await page('?page=20');
  const found = await page('?q=portal-0777');

  expect(first).toContain('1 to 50 of 1,000');
  expect(domainsIn(last)[0]).toBe('portal-0950.example');
  expect(domainsIn(found)).toEqual(['portal-0777.example']);
  expect(domainsIn(await page('?page=999'))).toEqual(domainsIn(last));
});

test('names of portals and what is typed into the filter are text, whatever they hold', async () => {
  await fillPortals(server.store.database, [{ domain: '<script>alert(1)</script>' }]);

  expect(await page()).toContain('&lt;script&gt;');
  expect(await page(`?q=${encodeURIComponent('"><script>')}`)).not.toContain('<script>');
});

test('what waits in a portal and how far its jobs are stands beside it, without names of people', async () => {
  await fillPortals(server.store.database, [
    { domain: 'quiet.example', jobs: [{ partnerType: '', state: 'waiting', looked: 0 }] },
    {
      domain: 'busy.example',
      changes: { count: 12, minutes: 3 },
      contested: 2,
      jobs: [
        { partnerType: '', state: 'done', looked: 130, edited: 4 },
        { partnerType: 'technology', state: 'running', looked: 50, total: 1_200 },
        { partnerType: 'reseller', state: 'paused', looked: 20, total: 40 },
        { partnerType: 'referral', state: 'failed', looked: 0 },
        { partnerType: 'oem', state: 'done', looked: 7, total: 7 },
      ],
    },
    { domain: 'late.example', changes: { count: 1, minutes: 61 } },
  ]);
  const text = (await page()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  expect(text).toContain('12 changes wait, the first for 3 minutes');
  expect(text).toContain('last night 1 hour ago');
  expect(text).toContain('Re-judging Technology partner running, 50 of 1,200 began 2 hours ago');
  expect(text).toContain('Re-judging Reseller paused, 20 of 40');
  expect(text).toContain('failed, 0 looked at');
  expect(text).not.toContain('OEM');
  expect(text).toContain('Another automation keeps changing 2 companies.');
  expect(text).toContain('4 edited verdicts wait for a person.');
  expect(text).toContain('1 of 3 portals need attention.');
  expect(text).toMatch(/late\.example .*Changes in HubSpot have waited for over an hour\./);
  expect(text).not.toContain('undefined');
});

test('a program reads the same of each portal as JSON', async () => {
  const jobs = [{ partnerType: 'technology', state: 'running', looked: 50, total: 120 }];
  const many = Array.from({ length: 1_000 }, (_none, at) => ({
    ...{ domain: `portal-${at}.example`, changes: { count: 2, minutes: 1 }, contested: 1, jobs },
  }));
  await fillPortals(server.store.database, many);
  const headers = { authorization: `Bearer ${server.settings.adminSecret}` };
  const response = await fetch(`${server.address}/admin/portals?q=portal-777`, { headers });
  const text = await response.text();

  expect(JSON.parse(text)).toMatchObject({
    answer: {
      portals: [
        {
          work: {
            changes: { count: 2 },
            contested: 1,
            jobs: [{ kind: 'rejudge', type: 'technology', state: 'running', looked: 50, total: 120 }],
          },
        },
      ],
    },
  });
});
