import { MultiSelect } from '@hubspot/ui-extensions';

import { openParts } from '../../../extensions/settings/view/parts.oauth.tsx';
import type { Jobs } from '../../../src/contract/jobs.ts';
import { oauthRemedies } from '../../../src/usecases/remedies.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import type { Portal } from '../../portal.ts';
import { openInTables } from '../../usecases/policy/both-homes.ts';
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

/** A server that has done nothing yet. */
const IDLE: Jobs = {
  read: () => Promise.resolve({ jobs: [], night: null, changes: { count: 0, forMs: 0 }, contested: 0 }),
  start: () => Promise.resolve(),
  pause: () => Promise.resolve(),
  resume: () => Promise.resolve(),
};
const oauth = (person: typeof ADA): Partial<Context> => ({
  ...{ publishes: 'by-person', edition: 'oauth', person, jobs: IDLE },
  remedies: oauthRemedies('https://partner-icp.example.com'),
});
const openAs = (person: typeof ADA) =>
  openSettings(answerIn(portal, oauth(person)), {
    ...{ by: person.email, userId: Number(person.userId), parts: openParts },
  });

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

test('the private edition shows the command for all scorecards, and nobody to choose', async () => {
  const page = await openSettings(answerIn(portal, { publishes: 'by-settings' }));
  page.openTab('settings');
  expect(page.maybeFind(MultiSelect, { name: 'publishers' })).toBeNull();
  page.openType('technology');
  page.openTab('versions');
  expect(page.hasButton('Re-judge all scorecards')).toBe(false);
});
