import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { propertyOf } from '../../src/crm/property-names.ts';
import { APP_TOKEN, type Portal } from '../portal.ts';
import { saveField, scoredCompany } from '../usecases/scorecard/scoring.ts';
import { wellKnownLogo } from '../worked-example.ts';
import { decideAbout, openMarchPortal } from './decided-portal.ts';
import { runIcp } from './run-icp.ts';

let portal: Portal;
let folder: string;
beforeEach(async () => {
  portal = await openMarchPortal();
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
});
afterEach(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

function icp(...args: string[]) {
  const env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
  return runIcp(['evidence-pack', ...args], env, { now: portal.context.now });
}

const COMPANIES = '/crm/objects/2026-09/companies';

const rename = (companyId: string, name: string) =>
  portal.outside.send({ method: 'PATCH', path: `${COMPANIES}/${companyId}`, body: { properties: { name } } });

test('a page holds verdict, ratings with whole evidence, checks, decision and basis, and no part of it runs', async () => {
  const companyId = await scoredCompany(portal);
  const evidence = `<script>alert("1")</script>\r\nSee https://example.com/a?b=1&c=2.\nAnd javascript:alert(1)\u202E`;
  await saveField(portal.context, companyId, 'customer_overlap_evidence', ['', evidence]);
  await decideAbout(portal, companyId, 'go-deep', { reason: 'Ten customers ask.' });
  await rename(companyId, '"><img src=x onerror=alert(1)> ../../Évil\u202Ecod.exe');

  const { exit, stdout } = await icp(companyId, '--out', folder);
  const [file = ''] = await readdir(folder);
  const html = await readFile(join(folder, file), 'utf8');

  expect(exit).toBe(0);
  expect(stdout).toContain(`1 page written to ${folder}.`);
  expect(file).toMatch(new RegExp(`^img-src-x-onerror-alert-1-evil[a-z0-9-]*-${companyId}\\.html$`));
  expect(html).toContain('Go deep in 2027-Q1, against the checks');
  expect(html).toContain('on this basis: 430, Deep, Not yet cleared, shipped profile.');
  expect(html).toContain(
    '<a href="https://example.com/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">',
  );
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;\nSee ');
  expect(html.match(/<(script|img|iframe|object|link|form|base)\b/g)).toBeNull();
  expect(html.match(/href="(?!https?:)/g)).toBeNull();
  expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  expect(html).toContain('default-src &#x27;none&#x27;; style-src &#x27;sha256-');
  expect(html.startsWith('<!DOCTYPE html>\n<html lang="en">')).toBe(true);
});

test('companies that cannot be read are named with exit code 2, and the others are written once each', async () => {
  const [one, other] = [await scoredCompany(portal), await scoredCompany(portal, wellKnownLogo)];

  const { exit, stdout } = await icp(one, '404', other, one, '--out', folder, '--json');

  expect(exit).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    pages: [{ companyId: one }, { companyId: other }],
    quarter: null,
    left: [{ companyId: '404' }],
  });
  expect(await readdir(folder)).toEqual([`brightdesk-${one}.html`, `brightdesk-${other}.html`].sort());
});

test('an id of a company that was merged away is the page of the survivor', async () => {
  const [kept, gone] = [await scoredCompany(portal), await portal.createCompany()];
  const body = { primaryObjectId: kept, objectIdToMerge: gone };
  const merged = (await portal.outside.send({ method: 'POST', path: `${COMPANIES}/merge`, body })) as {
    id: string;
  };

  const { exit } = await icp(gone, kept, merged.id, '--out', folder);

  expect(exit).toBe(0);
  expect(await readdir(folder)).toEqual([`brightdesk-${merged.id}.html`]);
});

test('the page of a quarter ranks who has no decision in it, and says who waits and what changed', async () => {
  const [decided, best, earlier] = [
    await scoredCompany(portal),
    await scoredCompany(portal),
    await scoredCompany(portal, wellKnownLogo),
  ];
  for (const [id, name] of [
    [decided, 'Alpha'],
    [best, 'Beta'],
    [earlier, 'Gamma'],
  ] as const)
    await rename(id, name);
  await decideAbout(portal, decided, 'go-deep', { reason: 'Ten customers ask.' });
  await decideAbout(portal, earlier, 'wait', { quarter: '2026-Q4', askAgainOn: '2027-06-01' });
  const path = `${COMPANIES}/${decided}`;
  const properties = { [propertyOf('customer_overlap')]: '1' };
  await portal.outside.send({ method: 'PATCH', path, body: { properties } });

  const { exit } = await icp('--quarter', '2027-Q1', '--out', folder);
  const html = await readFile(join(folder, 'quarter-2027-Q1.html'), 'utf8');
  const text = html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, '|');

  expect(exit).toBe(0);
  expect(text).toContain('1 of 2 used: Alpha');
  expect(text).toMatch(/Alpha: Decided on: 430, Deep[^|]*Now it is: 310, Fast lane/);
  expect(text).toMatch(/To decide, best first.*Not yet cleared, 1.*Beta.*Fast lane, 1.*Gamma.*Waiting/s);
  expect(text).toContain('Gamma: Wait in 2026-Q4. Ask again on 1 June 2027.');
  expect(text).not.toMatch(/To decide, best first.*Alpha.*Waiting/s);
});

test('a folder that is a file, nothing to write and a quarter that does not exist end with 2', async () => {
  const companyId = await scoredCompany(portal);
  const file = join(folder, 'a-file');
  await writeFile(file, 'mine');

  expect(await icp(companyId, '--out', file)).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('--out: ') as string,
  });
  expect((await icp('--out', folder)).stderr).toContain('name the ids of companies, or a quarter');
  expect((await icp('--quarter', '2027-Q5', '--out', folder)).exit).toBe(2);
  expect(await readFile(file, 'utf8')).toBe('mine');
  expect(await readdir(folder)).toEqual(['a-file']);
});

test('a name of 65,000 characters makes a short file name', async () => {
  const companyId = await scoredCompany(portal);
  await rename(companyId, 'A'.repeat(65_000));

  await icp(companyId, '--out', folder);

  expect(await readdir(folder)).toEqual([`${'a'.repeat(60)}-${companyId}.html`]);
});
