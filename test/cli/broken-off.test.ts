import { FAULT_ANSWERS } from '../../sandbox/hubspot/faults/named-faults.ts';
import type { FaultTarget } from '../../sandbox/hubspot/faults/fault.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { scoredCompany } from '../usecases/scorecard/scoring.ts';
import { runIcp } from './run-icp.ts';

let portal: Portal;
beforeAll(async () => (portal = await openPortal({ installed: false })));
afterEach(() => portal.sandbox.faults.clear());
afterAll(() => portal.close());

const icp = (...args: string[]) =>
  runIcp(args, { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl });

async function withoutToken(target: FaultTarget, ...args: string[]) {
  portal.sandbox.faults.add(FAULT_ANSWERS.tokenRefused, { times: 99, ...target });
  const ran = await icp(...args);
  portal.sandbox.faults.clear();
  return ran;
}

test('a token that is rotated: installing, exporting and taking away say how far they came, and go on', async () => {
  const broken = await withoutToken({ path: 'deals/batch/create' }, 'install');
  const installed = await icp('install');
  await scoredCompany(portal);
  const torn = await withoutToken({ path: 'companies/batch/read' }, 'export');
  const half = await withoutToken({ method: 'DELETE', path: '/lists/', skip: 2 }, 'uninstall', '--yes');
  const gone = await icp('uninstall', '--yes');

  const reason = 'HubSpot does not accept the access token\\..*';
  expect([broken.exit, torn.exit, half.exit]).toEqual([3, 3, 3]);
  expect(broken.stderr).toMatch(new RegExp(`${reason}broke off: 3 of 23 steps are done.*Install again`));
  expect(torn.stderr).toMatch(new RegExp(`${reason}broke off after 0 companies\\..*Export again`));
  expect(half.stderr).toMatch(new RegExp(`${reason}broke off: 2 of \\d+ steps are done.*Uninstall again`));
  expect([installed.exit, gone.exit]).toEqual([0, 0]);
});
