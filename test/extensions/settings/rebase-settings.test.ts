import { rebasedSettings } from '../../../extensions/settings/state/rebase-settings.ts';
import { DEFAULT_SETTINGS as BEFORE } from '../../../src/icp/settings.ts';

const days = (change: object) => ({ ...BEFORE.evidenceDays, ...change });

test('what one person edits stands beside what another has published meanwhile', () => {
  const edited = { ...BEFORE, asksSaas: false, evidenceDays: days({ overlap: 200 }) };
  const inForce = { ...BEFORE, slots: 5, evidenceDays: days({ mandate: 30 }) };

  expect(rebasedSettings(BEFORE, edited, inForce)).toEqual({
    ...{ ...BEFORE, asksSaas: false, slots: 5 },
    evidenceDays: days({ overlap: 200, mandate: 30 }),
  });
});

test('where both changed one field, the edit stays', () => {
  const edited = { ...BEFORE, slots: 3 };

  expect(rebasedSettings(BEFORE, edited, { ...BEFORE, slots: 5 }).slots).toBe(3);
});
