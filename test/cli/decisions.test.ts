import { propertyOf } from '../../src/crm/property-names.ts';
import { APP_TOKEN, type Portal } from '../portal.ts';
import { scoredCompany } from '../usecases/scorecard/scoring.ts';
import { wellKnownLogo } from '../worked-example.ts';
import { decideAbout, openMarchPortal } from './decided-portal.ts';
import { runIcp } from './run-icp.ts';

let portal: Portal;
beforeEach(async () => {
  portal = await openMarchPortal();
});
afterEach(() => portal.close());

function icp(...args: string[]) {
  const env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
  return runIcp(args, env, { now: portal.context.now });
}

const outsideWrite = (companyId: string, properties: Record<string, string>) =>
  portal.outside.send({
    method: 'PATCH',
    path: `/crm/objects/2026-09/companies/${companyId}`,
    body: { properties },
  });

test('the decisions of this quarter are listed with slots, basis, reason and what is against the checks', async () => {
  const deep = await scoredCompany(portal);
  const waits = await scoredCompany(portal, wellKnownLogo);
  await decideAbout(portal, deep, 'go-deep', { reason: 'Ten customers ask.' });
  await decideAbout(portal, waits, 'wait', { askAgainOn: '2027-09-01' });
  await decideAbout(portal, await scoredCompany(portal), 'go-light', { quarter: '2027-Q2' });

  const { exit, stdout } = await icp('decisions');
  const json = JSON.parse((await icp('decisions', '--quarter', '2027-q1', '--json')).stdout) as object;

  expect(exit).toBe(0);
  expect(stdout).toContain('Deep slots of 2027-Q1: 1 of 2 used: Brightdesk\n');
  expect(stdout).toContain(
    `Brightdesk (${deep}): Go deep, against the checks\n  jane@example.com decided on 3 March 2027 on this basis: 430, Deep, Not yet cleared, shipped profile.\n  Reason: Ten customers ask.\n`,
  );
  expect(stdout).toContain('  Ask again on 1 September 2027.');
  expect(stdout).not.toContain('Go light');
  expect(json).toMatchObject({
    quarter: '2027-Q1',
    asOf: '2027-03-03',
    slots: { limit: 2, isOver: false, holders: [{ companyId: deep }] },
    decisions: [
      { companyId: deep, decision: 'go-deep', isAgainstChecks: true, changedOutside: null, on: '2027-03-03' },
      { companyId: waits, decision: 'wait', askAgainOn: '2027-09-01' },
    ],
    left: [],
  });
});

test('what has moved since the decision, and what was changed outside, is said', async () => {
  const companyId = await scoredCompany(portal);
  await decideAbout(portal, companyId, 'go-light');
  await outsideWrite(companyId, { [propertyOf('customer_overlap')]: '1', [propertyOf('decision')]: 'wait' });

  const { stdout } = await icp('decisions');

  expect(stdout).toContain(`Brightdesk (${companyId}): Wait\n`);
  expect(stdout).toContain(
    '! Decided on: 430, Deep, Not yet cleared, shipped profile. Now it is: 310, Fast lane, shipped profile.',
  );
  expect(stdout).toContain('! Changed outside by somebody in HubSpot on 3 March 2027.');
});

test('a decision that is none of ours is named and not dropped', async () => {
  const companyId = await scoredCompany(portal);
  await decideAbout(portal, companyId, 'go-light');
  const path = `/crm/properties/2026-09/companies/${propertyOf('decision')}`;
  const options = ['go-deep', 'go-light', 'wait', 'decline', 'maybe'].map((value, displayOrder) => ({
    ...{ value, label: value, displayOrder, hidden: false },
  }));
  await portal.outside.send({ method: 'PATCH', path, body: { options } });
  await outsideWrite(companyId, { [propertyOf('decision')]: 'maybe' });

  const { stdout } = await icp('decisions');

  expect(stdout).toContain(`Brightdesk (${companyId}): maybe\n`);
  expect(stdout).toContain('! "maybe" stands as the decision, which is none of');
});

test('a quarter without decisions says so; one that does not exist ends with 2 before any call', async () => {
  const none = await icp('decisions', '--quarter', '2030-Q4');
  const calls = await portal.callsDuring(async () => {
    const { exit, stderr } = await icp('decisions', '--quarter', '2027-Q5');
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: '--quarter: "2027-Q5" is no quarter: name a quarter as 2027-Q1, the last figure 1 to 4.\n',
    });
  });

  expect(none).toMatchObject({ exit: 0, stderr: '' });
  expect(none.stdout).toBe('Deep slots of 2030-Q4: 0 of 2 used\nNo decision names this quarter yet.\n');
  expect(calls).toEqual([]);
});
