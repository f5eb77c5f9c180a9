import { Toggle } from '@hubspot/ui-extensions';

import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import type { Portal } from '../../portal.ts';
import { openInTables } from '../../usecases/policy/both-homes.ts';
import { answerIn, openSettings } from './open-settings.tsx';

let portal: Portal;
beforeEach(async () => {
  portal = await openInTables({});
});
afterEach(() => portal.close());

test('a portal chooses to be asked before an edited verdict is repaired, and takes it back', async () => {
  const page = await openSettings(answerIn(portal));
  page.openTab('settings');
  const toggle = () => page.find(Toggle, { name: 'editedVerdicts' }).props;
  expect(toggle()).toMatchObject({ label: 'Ask before an edited verdict is repaired', checked: false });

  toggle().onChange?.(true);
  expect(page.words()).toContain('Edited verdicts: are repaired -> wait until a person repairs them');
  page.click('Undo');
  expect(toggle().checked).toBe(false);

  toggle().onChange?.(true);
  page.type('settings-reason', 'Sales overrides lanes by hand');
  page.click('Publish settings');
  await page.sees(/Settings published/);
  expect((await loadPolicy(portal.context)).settings.editedVerdicts).toBe('ask');
});
