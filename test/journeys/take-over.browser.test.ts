import type { Browser, Page } from 'playwright-core';

import { technology } from '../../src/icp/profiles/technology.ts';
import { type Context, openContext } from '../../src/usecases/context.ts';
import { install } from '../../src/usecases/install/install.ts';
import { loadPolicy } from '../../src/usecases/policy/load-policy.ts';
import { saveProfileDraft } from '../../src/usecases/policy/profile-drafts.ts';
import { publishProfile } from '../../src/usecases/policy/publish.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { openPage } from '../sandbox/workbench/open-page.ts';
import type { StartedWorkbench } from '../started-workbench.ts';
import { companyWhere } from './demo-companies.ts';
import { startOnKeptDemo } from './start-on-kept-demo.ts';

let workbench: StartedWorkbench;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  workbench = await startOnKeptDemo();
  const { crmBaseUrl: baseUrl, token: accessToken } = workbench;
  const context = openContext(() => ({ baseUrl, accessToken }), { publishes: 'always' });
  await install(context, { extent: 'portal' });
  await publish(context, { floors: { deep: 480, fast: 260 } }, 'Too many partners were deep');
  browser = await openBrowser();
  ({ page } = await openPage(browser, `${workbench.address}/companies/${await deepPartner()}`));
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

const BY = 'mateo.ruiz@example.com';

const OLDER = /^Judged by the profile of .* \(v1\)/;

/** Publishes the next version of the technology profile, as the terminal does. */
async function publish(context: Context, changed: Partial<typeof technology>, reason: string) {
  const { policy, types } = await loadPolicy(context);
  const { profile, draft } = types.find(({ type }) => type === 'technology') ?? {
    profile: technology,
    draft: null,
  };
  await saveProfileDraft(context, {
    type: 'technology',
    draft: {
      profile: { ...profile, ...changed },
      prerequisites: {
        hypothesis: null,
        customerIcp: null,
        thesis: null,
        timing: { productMarketFit: false, goToMarket: false, programReady: false },
      },
      basedOn: `technology@${profile.version}`,
    },
    seen: draft?.at ?? null,
    by: BY,
  });
  await publishProfile(context, { type: 'technology', reason, by: BY, policy });
}

/** A technology partner in Deep, with fewer points than the new floor, and without an override. */
function deepPartner(): Promise<string> {
  const properties = ['ipp_lane', 'ipp_profile_version', 'ipp_total', 'ipp_override_lane'];
  return companyWhere(
    workbench,
    properties,
    (stored) =>
      stored['ipp_lane'] === 'deep' &&
      stored['ipp_profile_version'] === 'technology@1' &&
      Number(stored['ipp_total']) < 480 &&
      (stored['ipp_override_lane'] ?? '') === '',
  );
}

test('a company judged by an older profile is taken over by keyboard, and Why, timeline and log tell it', async () => {
  await page.getByText(OLDER).waitFor();
  await page.getByText(/Deep -> \d+ Fast lane\./).waitFor();

  await page.getByRole('button', { name: 'Take it over', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Saved', { exact: true }).first().waitFor();

  await page.getByText(OLDER).waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Why' }).click();
  await page.getByRole('button', { name: /^Weights and reasons: Profile of .* \(v3\)$/ }).click();
  await page.getByText(/Mateo Ruiz published it on .*: Too many partners were deep\./).waitFor();

  await page.goto(`${page.url().split('?')[0] ?? ''}?tab=timeline`);
  await page.getByText(/Deep → Fast lane · Re-judged/).waitFor();
});
