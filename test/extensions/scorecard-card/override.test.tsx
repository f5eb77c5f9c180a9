import { Heading } from '@hubspot/ui-extensions';
import { CrmPropertyList } from '@hubspot/ui-extensions/crm';

import { workflowTool } from '../../worked-example.ts';
import { TODAY, createCompany, setClock } from './company-in-portal.ts';
import { openCardOf } from './open-card.tsx';

const OVERRIDE = {
  ipp_override_lane: 'fast',
  ipp_override_until: '2026-12-31',
  ipp_override_reason: 'No engineers.',
  ipp_override_by: 'Ana',
};

async function openOverridden(
  properties: Record<string, string>,
  values: Parameters<typeof createCompany>[0] = workflowTool,
) {
  const card = await openCardOf(await createCompany(values, { created: properties }));
  card.openTab('type');
  return card;
}

test('the four properties are edited in the list of HubSpot itself', async () => {
  const card = await openOverridden({});

  expect(card.find(CrmPropertyList).props.properties).toEqual([
    'ipp_override_lane',
    'ipp_override_until',
    'ipp_override_reason',
    'ipp_override_by',
  ]);
  expect(card.words()).toContain('the checks still hold clearance back');
});

test('one in force shows whose it is, why, until when, and the lane without it', async () => {
  const card = await openOverridden(OVERRIDE);

  expect(card.alerts()).toEqual(['Lane set by hand until 31 December 2026']);
  expect(card.isShown('Ana set Fast lane: No engineers. By ratings and checks it is Deep.')).toBe(true);
});

test.each([
  ['a lane', { ipp_override_lane: '' }, 'An override was begun without a lane.'],
  ['a last day', { ipp_override_until: '' }, 'An override was begun without a last day.'],
  ['both', { ipp_override_lane: '', ipp_override_until: '' }, 'begun without a lane and last day.'],
])('one without %s has no effect, and says what to set', async (_, left, words) => {
  const card = await openOverridden({ ...OVERRIDE, ...left });

  expect(card.alerts()).toEqual(['The override is not finished']);
  expect(card.words()).toContain(words);
  expect(card.words()).toContain('set what is missing, or empty the rest of it.');
  expect(card.words()).toContain('430 of 500');
});

test('one past its last day counts no more, and says what to do with it', async () => {
  const card = await openOverridden({ ...OVERRIDE, ipp_override_until: '2026-11-21' });

  expect(card.alerts()).toEqual([]);
  expect(card.words()).toContain(
    'An override by Ana ended on 21 November 2026. It counts no more. Set a later last day, or empty its fields.',
  );
});

test('on its last day it still holds', async () => {
  const card = await openOverridden({ ...OVERRIDE, ipp_override_until: TODAY });

  expect(card.alerts()).toEqual(['Lane set by hand until 22 November 2026']);
});

test('on a company that nobody rated it waits, and says so', async () => {
  const card = await openOverridden({ ...OVERRIDE, ipp_override_lane: 'deep' }, {});

  expect(card.alerts()).toEqual(['An override to Deep until 31 December 2026 waits for the first rating']);
  expect(card.words()).toContain('Nothing is rated yet, so there is no lane.');
  expect(card.words()).not.toContain('Lane set by hand');
});

test('after a person sets it in the list, the open card updates the stored verdict once', async () => {
  const company = await createCompany(workflowTool);
  const card = await openCardOf(company);
  const [[names, tell] = []] = card.mocks.actions.onCrmPropertiesUpdate.calls;
  await company.edit(OVERRIDE);

  tell?.(OVERRIDE);
  await card.waitFor(() => expect(card.alerts()).toContain('Lane set by hand until 31 December 2026'));

  expect(names).toEqual(Object.keys(OVERRIDE));
  expect(card.alerts()).not.toContain('HubSpot holds another verdict');
  expect(await company.portal.stored(company.id)).toMatchObject({
    ipp_lane: 'fast',
    ipp_lane_change_cause: 'override',
  });
  expect(card.fn.calls.map(({ operation }) => operation)).toEqual(['load-scorecard', 'save-scorecard']);
});

test('what HubSpot tells in bursts is followed once, and not at all where nothing is new', async () => {
  const company = await createCompany(workflowTool);
  const card = await openCardOf(company);
  const [[, tell] = []] = card.mocks.actions.onCrmPropertiesUpdate.calls;
  const none = Object.fromEntries(Object.keys(OVERRIDE).map((name) => [name, '']));

  for (const values of [none, none, OVERRIDE, OVERRIDE]) tell?.(values);
  tell?.({}, { message: 'HubSpot could not read the properties' });
  await card.ready();

  expect(card.fn.calls.map(({ operation }) => operation)).toEqual(['load-scorecard', 'save-scorecard']);
});

test('the yearly review shows who made it and when it is due, and can be made', async () => {
  const company = await createCompany(workflowTool);
  setClock('2027-12-01T08:00:00Z');
  const card = await openCardOf(company);
  card.openTab('type');
  expect(card.words()).toContain(
    'Reviewed by ben@example.com on 22 November 2026. Next review due on 22 November 2027.',
  );

  card.click('Reviewed, nothing changed');
  await card.saved();

  expect(card.words()).toContain('Next review due on 1 December 2028.');
});

test('a company that nobody rated is not reviewed', async () => {
  const card = await openOverridden({}, {});

  expect(card.findAll(Heading).map(({ text }) => text)).not.toContain('Yearly review');
});
