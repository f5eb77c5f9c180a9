import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { clearScorecard } from '../../src/usecases/scorecard/clear.ts';
import { APP_TOKEN, type Portal, editOutside, openPortal } from '../portal.ts';
import { recordsOf } from '../usecases/csv/csv-files.ts';
import { jane, omar, saveField, scoredCompany } from '../usecases/scorecard/scoring.ts';
import { runIcp } from './run-icp.ts';

const OWNER = { id: '1', userId: 7, email: omar, firstName: 'Omar', lastName: 'Haddad' };

let portal: Portal;
let folder: string;
beforeAll(async () => {
  portal = await openPortal({ owners: [OWNER], now: () => new Date('2026-11-27T14:38:00Z') });
  folder = await mkdtemp(join(tmpdir(), 'icp-history-'));
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

const icp = (...args: string[]) =>
  runIcp(args, { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl });

test('the history of a company is printed newest first, with who, what and why', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'customer_overlap', [5, 1], omar);

  const { stdout, exit } = await icp('history', companyId);

  expect(exit).toBe(0);
  expect(stdout.split('\n').slice(0, 5)).toEqual([
    `Brightdesk (${companyId})`,
    '27 November 2026, 14:38  Omar Haddad  Deep -> Fast lane  (Rated)',
    '  Customer overlap: 5 -> 1',
    '  Clearance for Deep: Not yet cleared -> Only for Deep',
    '  Total: 430 -> 310',
  ]);
  expect(stdout).toContain(`27 November 2026, 14:38  ${jane}  Not scored -> Deep  (Rated, Reviewed)`);
  expect(stdout).toContain('The card can undo the last save (Omar Haddad, 27 November 2026, 14:38)');
});

test('only entries of one kind are shown where one is asked for, also as JSON', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'strategic_fit_evidence', ['', 'Roadmap'], omar);

  const { stdout } = await icp('history', companyId, '--kind', 'noted', '--json');
  const none = await icp('history', companyId, '--kind', 'decided');

  expect((JSON.parse(stdout) as { entries: unknown[] }).entries).toMatchObject([{ kinds: ['noted'] }]);
  expect(none.stdout).toContain('No entry is of that kind.');
});

test('a kind that does not exist is refused with those that do', async () => {
  const { exit, stderr } = await icp('history', '1', '--kind', 'scored');

  expect(exit).toBe(2);
  expect(stderr).toMatch(/^--kind: choose one of emptied, type-changed,/);
});

test('an export writes the history as a second file, a row for each changed field', async () => {
  const companyId = await scoredCompany(portal);
  await saveField(portal.context, companyId, 'strategic_fit_evidence', ['', '=1+1, they said'], omar);
  await editOutside(portal, companyId, { ipp_customer_overlap: '1' });
  await clearScorecard(portal.context, { companyId, by: jane });
  await saveField(portal.context, companyId, 'strategic_fit', [null, 2], omar);
  const [out, history] = [join(folder, 'partners.csv'), join(folder, 'history.csv')];

  const ran = await icp('export', '--out', out, '--history', history);

  const rows = recordsOf(await readFile(history, 'utf8')).filter(({ record_id: id }) => id === companyId);
  expect(ran).toMatchObject({ exit: 0, stderr: '' });
  expect(ran.stdout).toMatch(/ companies written to .*\n\d+ changes written to .*history\.csv\.\n$/);
  expect(rows.find(({ field }) => field === 'strategic_fit_evidence')).toMatchObject({ kinds: 'emptied' });
  expect(rows).toContainEqual(
    expect.objectContaining({
      ...{ company: 'Brightdesk', by: 'Omar Haddad', source: 'our app', kinds: 'noted' },
      ...{
        field: 'strategic_fit_evidence',
        label: 'Strategic fit: evidence',
        from: '',
        to: "'=1+1, they said",
      },
    }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({ source: 'CRM_UI', field: 'customer_overlap', from: '5', to: '1', lane_to: '' }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({ kinds: 'emptied', lane_from: 'deep', lane_to: '', lane_cause: '' }),
  );
});

test('the two files of an export cannot be the same', async () => {
  const { exit, stderr } = await icp('export', '--out', 'a.csv', '--history', 'a.csv');

  expect({ exit, stderr }).toEqual({ exit: 2, stderr: '--history: give another file than for --out.\n' });
});
