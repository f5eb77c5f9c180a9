import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { jane, scoredCompany } from '../usecases/scorecard/scoring.ts';
import { runIcp } from './run-icp.ts';

const BY = ['--by', 'omar@example.com'];

let now: Date;
let portal: Portal;
beforeEach(async () => {
  now = new Date('2026-03-03T12:00:00Z');
  portal = await openPortal({ now: () => now, types: ['technology'] });
});
afterEach(() => portal.close());

function icp(...args: string[]) {
  const env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
  return runIcp(args, env, { now: () => now });
}

test('load names who reviewed, what is overdue and what to look at again; a review settles the one, not the other', async () => {
  const companyId = await scoredCompany(portal);
  const fresh = await icp('load', companyId);
  now = new Date('2027-03-04T12:00:00Z');

  const overdue = await icp('load', companyId);
  const reviewed = await icp('save', companyId, '--reviewed', ...BY);

  expect(fresh.stdout).toContain(
    `Reviewed by ${jane}, 3 March 2026\nReview due 3 March 2027\nRe-check due 3 March 2027\n`,
  );
  expect(fresh.stdout).not.toMatch(/overdue|Look again/);
  expect(overdue.stdout).toContain(
    '! Look again at Customer overlap: Last changed on 3 March 2026, over 365 days ago.',
  );
  expect(overdue.stdout).toContain(
    `! The yearly review was due on 3 March 2027. Go through the ratings, then run: icp save ${companyId} --reviewed`,
  );
  expect(reviewed).toMatchObject({ exit: 0, stderr: '' });
  expect(reviewed.stdout).toContain('Reviewed by omar@example.com, 4 March 2027\nReview due 4 March 2028\n');
  expect(reviewed.stdout).toContain('! Look again at Customer overlap');
  expect(await portal.stored(companyId)).toMatchObject({
    ...{ ipp_scored_by: jane, ipp_reviewed_by: 'omar@example.com' },
    ...{ ipp_review_due: '2028-03-04', ipp_recheck_due: '2027-03-03' },
  });
});

test('a clear check whose ratings changed afterwards is named too', async () => {
  const companyId = await scoredCompany(portal, { customer_overlap: 3, distribution_reach: 4 });
  await icp('save', companyId, '--check', 'vanity-logo=clear', ...BY);
  now = new Date('2026-03-04T12:00:00Z');

  const { stdout } = await icp('save', companyId, '--set', 'customer_overlap=2', ...BY);

  expect(stdout).toMatch(
    /! Look again at Vanity logo: Reach is rated 4, but customer overlap only 2\. This is newer than the check of 3 March 2026\./,
  );
});

test('a review of a company that nobody rated ends with 2 and names the remedy', async () => {
  const companyId = await portal.createCompany();

  const { exit, stderr } = await icp('save', companyId, '--reviewed', ...BY);

  expect(exit).toBe(2);
  expect(stderr).toBe(
    'reviewed: this company has not been rated yet, so that there is nothing to review. Rate it first. Nothing was written.\n',
  );
  expect(await portal.stored(companyId)).toEqual({});
});

test('nightly counts the tasks it makes, and makes none with --no-tasks', async () => {
  await scoredCompany(portal);
  now = new Date('2027-03-04T12:00:00Z');

  const without = await icp('nightly', '--no-tasks');
  const made = await icp('nightly');
  const again = await icp('nightly', '--json');

  expect(without.stdout).not.toMatch(/task/);
  expect(made.stdout).toMatch(
    /^1 company was looked at, 0 repaired; 0 deals, 0 repaired; 2 tasks made\. \d+ calls\.\n$/,
  );
  expect(JSON.parse(again.stdout)).toMatchObject({ tasks: 0, findings: [] });
});
