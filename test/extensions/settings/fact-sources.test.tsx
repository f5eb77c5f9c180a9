import { LoadingButton, MultiSelect, Select, Tile } from '@hubspot/ui-extensions';

import { DEFAULT_SETTINGS, type FactSources } from '../../../src/icp/settings.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, openPortal } from '../../portal.ts';
import {
  ASKED_FOR,
  BY_PROPERTIES,
  TOOLS,
  addSourceProperties,
  createAskingDeal,
} from '../../usecases/facts/fact-portal.ts';
import { firstTime, jane } from '../../usecases/scorecard/scoring.ts';
import { workflowTool } from '../../worked-example.ts';
import type { Answer } from '../scorecard-card/serve-function.ts';
import { textIn } from '../text-in.ts';
import { answerIn, openSettings } from './open-settings.tsx';

const SHARED = 'factSources.sharedCustomers';
const ASKING = 'factSources.companiesAsking';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ home: true });
});
afterEach(() => portal.close());

/** The settings once the page knows what the portal has. */
async function openSources(answer: Answer = answerIn(portal)) {
  const page = await openSettings(answer);
  page.openTab('settings');
  await page.waitFor(() => void page.find(Select, { name: SHARED }));
  return {
    ...page,
    select: (name: string) => page.find(Select, { name }).props,
    examples: () => page.findAll(Tile).map(textIn),
  };
}

async function publishSources(factSources: FactSources): Promise<void> {
  const { policy } = await loadPolicy(portal.context);
  await publishSettings(portal.context, {
    settings: { ...DEFAULT_SETTINGS, factSources },
    ...{ reason: 'Where we keep it', by: 'ann@example.com', policy },
  });
}

/** A scored partner whose product three customers use, and for which one company asks. */
async function addPartner(): Promise<void> {
  const companyId = await portal.createCompany({ name: 'Ledgerlane' });
  await saveScorecard(portal.context, { companyId, changes: firstTime(workflowTool), by: jane });
  for (const name of ['One', 'Two', 'Three', 'Four'])
    await portal.createCompany({ name, lifecyclestage: 'customer', [TOOLS]: 'Ledgerlane' });
  const asking = await portal.createCompany({ name: 'Harbor' });
  await createAskingDeal(portal, asking, { [ASKED_FOR]: 'Ledgerlane' });
}

test('on first opening the guess is offered, applied by its button alone, and undone', async () => {
  await addSourceProperties(portal);
  const page = await openSources();

  expect(page.alerts()).toContain('This portal seems to have sources for these facts');
  expect(page.words()).toContain('Tools in use: the name of this property speaks of tools.');
  expect(page.select(SHARED).value).toBe('hand');
  page.click('Use this');

  expect(page.select(`${SHARED}.property`).value).toBe(TOOLS);
  expect(page.find(MultiSelect, { name: `${SHARED}.lifecycleStages` }).props.value).toEqual(['customer']);
  expect(page.select(`${ASKING}.property`).value).toBe(ASKED_FOR);
  expect(page.hasButton('Use this')).toBe(false);
  expect((await loadPolicy(portal.context)).settingsDraft).toBeNull();
  page.click('Undo');
  expect(page.select(SHARED).value).toBe('hand');
  expect(page.hasButton('Use this')).toBe(true);
});

test('what the portal has is read once, when the settings are opened', async () => {
  const page = await openSources();
  page.openTab('profiles');
  page.openTab('settings');

  expect(page.fn.calls.map(({ operation }) => operation)).toEqual(['load-policy', 'read-fact-sources']);
});

test('a portal whose settings were published is offered a guess when somebody asks for it', async () => {
  await addSourceProperties(portal);
  await publishSources(DEFAULT_SETTINGS.factSources);
  const page = await openSources();

  expect(page.hasButton('Use this')).toBe(false);
  expect(page.alerts()).toEqual([]);
  page.click('Look for sources');
  page.click('Use this');
  expect(page.select(`${SHARED}.property`).value).toBe(TOOLS);
  expect(page.hasButton('Look for sources')).toBe(false);
});

test('a portal where nothing fits is told what to add', async () => {
  const page = await openSources();

  expect(page.alerts()).toContain('Nothing here looks like a source');
  expect(page.words()).toMatch(/add a property of companies with the tools they use/);
});

test('a kind of source begins with the guess, and its choices have labels', async () => {
  await addSourceProperties(portal);
  const page = await openSources();

  page.choose(SHARED, 'property');

  expect(page.select(`${SHARED}.property`)).toMatchObject({ value: TOOLS, error: false });
  expect(page.select(`${SHARED}.property`).options).toContainEqual({ value: TOOLS, label: 'Tools in use' });
  expect(page.find(MultiSelect).props.options).toContainEqual({ value: 'evangelist', label: 'Evangelist' });
});

test('a source that is stored and gone stays in sight, as gone', async () => {
  await publishSources({
    sharedCustomers: { by: 'property', property: 'tools', lifecycleStages: ['fan'] },
    companiesAsking: null,
  });
  const page = await openSources();

  expect(page.select(`${SHARED}.property`).options).toContainEqual({
    ...{ value: 'tools', label: 'tools (gone, hidden or of another kind)' },
  });
  expect(page.find(MultiSelect).props).toMatchObject({ value: ['fan'] });
  expect(page.find(MultiSelect).props.options).toContainEqual({
    value: 'fan',
    label: 'fan (not in this portal)',
  });
});

test('where the portal cannot be read names are typed, and reading can be tried again', async () => {
  let isDown = true;
  const answer = answerIn(portal);
  const page = await openSources((call) =>
    isDown && call.operation === 'read-fact-sources'
      ? Promise.resolve({ error: { code: 'unavailable', message: 'HubSpot does not answer.' } })
      : answer(call),
  );
  page.choose(SHARED, 'property');
  page.type(`${SHARED}.property`, 'tools');

  expect(page.alerts()).toContain('What this portal has could not be read');
  expect(page.valueOf(`${SHARED}.property`)).toBe('tools');
  isDown = false;
  page.click('Try again');
  await page.waitFor(() => void page.find(Select, { name: `${SHARED}.property` }));
  expect(page.select(`${SHARED}.property`).value).toBe('tools');
});

test('a label and the name of lists have fields of their own', async () => {
  const page = await openSources();

  page.choose(SHARED, 'label');
  expect(page.inputOf(`${SHARED}.label`).props.description).toMatch(/shows none/);
  page.type(`${SHARED}.label`, 'Uses');
  expect(page.find(MultiSelect, { name: `${SHARED}.lifecycleStages` }).props.value).toEqual(['customer']);
  page.choose(SHARED, 'lists');
  page.type(`${SHARED}.name`, 'Uses it');

  expect(page.faultOf(`${SHARED}.name`)).toMatch(/\{partner\}/);
  expect(page.button('Test').props.disabled).toBe(true);
});

test('a test of the unsaved form shows figures and first names, and says when it is outdated', async () => {
  await addSourceProperties(portal);
  await addPartner();
  const page = await openSources();
  page.click('Use this');

  page.click('Test');
  expect(page.find(LoadingButton, (each) => textIn(each) === 'Test').props.loading).toBe(true);
  await page.waitFor(() => void page.find(Tile));

  const [example = ''] = page.examples();
  expect(example).toMatch(
    /Ledgerlane.*4 customers use both.*One, Two, Three and 1 more.*1 company asked.*Harbor/,
  );
  expect(page.fn.calls.at(-1)).toMatchObject({
    ...{ operation: 'test-fact-sources', input: { factSources: BY_PROPERTIES } },
  });
  page.choose(ASKING, 'hand');
  expect(page.words()).toContain('This was tested before the last change.');
  expect((await loadPolicy(portal.context)).settingsDraft).toBeNull();
});

test('a reason that holds for every example is said once', async () => {
  await addPartnerWithoutSources();
  await publishSources({ sharedCustomers: null, companiesAsking: { property: 'gone' } });
  const page = await openSources();

  page.click('Test');
  await page.sees(/The property gone of deals is not there/);

  expect(page.alerts()).toEqual(['Not counted']);
  expect(page.examples()).toEqual([]);
});

async function addPartnerWithoutSources(): Promise<void> {
  for (const name of ['Ledgerlane', 'Harbor']) {
    const companyId = await portal.createCompany({ name });
    await saveScorecard(portal.context, { companyId, changes: firstTime(workflowTool), by: jane });
  }
}

test('without a scored partner the test says what to do, and a failure says why', async () => {
  await addSourceProperties(portal);
  let isDown = false;
  const answer = answerIn(portal);
  const page = await openSources((call) =>
    isDown
      ? Promise.resolve({ error: { code: 'unavailable', message: 'HubSpot does not answer.' } })
      : answer(call),
  );
  page.click('Use this');

  page.click('Test');
  await page.sees(/No partner is scored yet/);
  isDown = true;
  page.click('Test');
  await page.sees(/HubSpot does not answer/);

  expect(page.alerts()).toContain('The test failed');
});
