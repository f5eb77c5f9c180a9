import { APP_TOKEN, type Portal } from '../portal.ts';
import { scoredCompany } from '../usecases/scorecard/scoring.ts';
import { wellKnownLogo } from '../worked-example.ts';
import { openMarchPortal } from './decided-portal.ts';
import { runIcp } from './run-icp.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openMarchPortal();
});
afterAll(() => portal.close());

function icp(...args: string[]) {
  const env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
  return runIcp(args, env, { now: portal.context.now });
}

test('two partners are compared question by question, in whichever order they are typed', async () => {
  const [logo, tool] = [await scoredCompany(portal, wellKnownLogo), await scoredCompany(portal)];

  const { exit, stdout } = await icp('compare', logo, tool);
  const json = JSON.parse((await icp('compare', tool, logo, '--json')).stdout) as object;

  expect(exit).toBe(0);
  expect(stdout).toContain(`2. Brightdesk (${logo})\n1. Brightdesk (${tool})\n`);
  expect(stdout).toContain('Not yet cleared comes before Fast lane.');
  expect(stdout).toContain('  Customer overlap: 2 (60 points) | 5 (150 points)\n');
  expect(json).toMatchObject({ first: 'one', by: 'group', one: { companyId: tool, points: 430 } });
});

test('one company twice, one without a verdict and a text that is no id end with 2', async () => {
  const [scored, empty] = [await scoredCompany(portal), await portal.createCompany()];

  expect((await icp('compare', scored, scored)).stderr).toContain('both ids are of one company');
  expect((await icp('compare', scored, empty)).stderr).toContain('there is no verdict to compare');
  expect(await icp('compare', scored, 'acme')).toMatchObject({
    exit: 2,
    stderr: 'companyId: "acme": give the id of a company record, digits only.\n',
  });
});
