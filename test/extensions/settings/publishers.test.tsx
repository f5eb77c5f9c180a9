import { MultiSelect } from '@hubspot/ui-extensions';

import { oauthRemedies } from '../../../src/usecases/remedies.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import type { Portal } from '../../portal.ts';
import { openInTables } from '../../usecases/policy/both-homes.ts';
import { createStored, storedScorecard } from '../../usecases/policy/portfolio.ts';
import { answerIn, openSettings } from './open-settings.tsx';

const installer = { userId: '7', email: 'ada@example.com' };
const ADA = { ...installer, installer, isInstaller: true };
const OMAR = { userId: '8', email: 'omar@example.com', installer, isInstaller: false };

let portal: Portal;
beforeEach(async () => {
  portal = await openInTables({
    edition: 'oauth',
    owners: [
      { id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' },
      { id: '2', userId: 8, email: 'omar@example.com', firstName: 'Omar', lastName: 'Haddad' },
    ],
  });
});
afterEach(() => portal.close());

const oauth = (person: typeof ADA): Partial<Context> => ({
  ...{ publishes: 'by-person', edition: 'oauth', person },
  remedies: oauthRemedies('https://partner-icp.example.com'),
});
const openAs = (person: typeof ADA) =>
  openSettings(answerIn(portal, oauth(person)), { by: person.email, userId: Number(person.userId) });

test('the installer names others among the owners, and the change is told by name', async () => {
  const page = await openAs(ADA);
  page.openTab('settings');
  await page.sees(/Ada Berg installed the app and may always publish/);
  await page.waitFor(() => void page.find(MultiSelect, { name: 'publishers' }));
  const { options, onChange } = page.find(MultiSelect, { name: 'publishers' }).props;

  expect(options).toEqual([{ value: '8', label: 'Omar Haddad, omar@example.com' }]);
  onChange?.(['8']);
  expect(page.words()).toContain('who installed the app -> who installed the app, Omar Haddad');
  page.type('settings-reason', 'Partner lead');
  page.click('Publish settings');
  await page.sees(/Settings published/);

  expect((await loadPolicy(portal.context)).settings.publishers).toEqual(['8']);
  expect(page.words()).not.toMatch(/terminal|icp /);
});

test('whoever may not publish reads settings and who may, and prepares a draft', async () => {
  const page = await openAs(OMAR);
  expect(page.words()).toContain('published by Ada Berg (installed the app)');
  page.openTab('settings');
  expect(page.words()).toContain('needs a reason');
  expect(page.hasButton('Save draft')).toBe(false);
  page.openType('technology');
  page.click('Start a draft');
  page.click('Save draft');
  await page.sees(/Draft by omar@example\.com/);
  page.openTab('publish');

  expect(page.hasButton('Publish')).toBe(false);
  expect(page.words()).toContain('published by Ada Berg (installed the app)');
  expect(page.words()).not.toMatch(/terminal|icp /);
});

test('an id that no owner has is shown as such, and whoever takes themselves out is told', async () => {
  const settings = { ...(await loadPolicy(portal.context)).settings, publishers: ['8', '99'] };
  await publishSettings(
    { ...portal.context, edition: 'oauth' },
    { settings, reason: 'x', by: ADA.email, policy: 0 },
  );
  const page = await openAs(OMAR);
  page.openTab('settings');
  await page.waitFor(() => void page.find(MultiSelect, { name: 'publishers' }));
  const { options, onChange } = page.find(MultiSelect, { name: 'publishers' }).props;

  expect(options.map(({ label }) => label)).toContain('User 99 (no owner in this portal)');
  onChange?.([]);
  expect(page.alerts()).toContain('You take yourself out of the list');
});

test('re-judging goes over all scorecards with its progress, and says what became of them', async () => {
  await createStored(portal, [
    storedScorecard({ ipp_profile_version: 'technology@77' }),
    storedScorecard({ ipp_rules: '99', ipp_profile_version: 'technology@77' }),
  ]);
  const page = await openAs(ADA);
  page.openType('technology');
  page.openTab('versions');
  page.overlayOf('Re-judge all scorecards').press('Re-judge');
  await page.sees(/1 scorecard re-judged; 0 judged by the current profile already/);

  expect(page.alerts()).toContain('All scorecards were gone over');
  expect(page.words()).toMatch(/Partner 1: .*rules 99/);
  const inputs = page.fn.calls.flatMap((call) => (call.operation === 'rejudge' ? [call.input] : []));
  expect(inputs).toMatchObject([{ type: 'technology' }, { to: 'technology@0', after: 'deals' }]);
});

test('a run is stopped behind its page, breaks off with what was done, and goes on from there', async () => {
  const page = await openAs(ADA);
  page.openType('technology');
  page.openTab('versions');
  const some = { to: 'technology@0', total: 200, looked: 50, rejudged: 50, current: 0, lanes: [], left: [] };
  page.fn.next(() => ({ answer: { ...some, notes: [], next: '51' } }));
  page.overlayOf('Re-judge all scorecards').press('Re-judge');
  page.click('Stop');
  await page.waitFor(() => {
    if (!page.alerts().includes('Stopped at 50 of 200')) throw new Error('not yet');
  });
  page.fn.next(() => ({ error: { code: 'rate-limited', message: 'HubSpot is busy.' } }));
  page.click('Go on');
  await page.sees(/HubSpot is busy/);

  expect(page.alerts()).toContain('Broken off at 50 of 200');
  expect(page.fn.calls.at(-1)?.input).toMatchObject({ to: 'technology@0', after: '51' });
});

test('the private edition shows the command for all scorecards, and nobody to choose', async () => {
  const page = await openSettings(answerIn(portal, { publishes: 'by-settings' }));
  page.openTab('settings');
  expect(page.maybeFind(MultiSelect, { name: 'publishers' })).toBeNull();
  page.openType('technology');
  page.openTab('versions');
  expect(page.hasButton('Re-judge all scorecards')).toBe(false);
});
