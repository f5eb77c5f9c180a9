import { Select } from '@hubspot/ui-extensions';
import fc from 'fast-check';

import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { createCompany } from '../scorecard-card/company-in-portal.ts';
import type { Answer } from '../scorecard-card/serve-function.ts';
import { answerIn, openSettings, renderSettings } from './open-settings.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({ home: true });
});
afterAll(() => portal.close());

const draftOf = async (type: string) =>
  (await loadPolicy(portal.context)).types.find((each) => each.type === type)?.draft ?? null;

test('a type is opened, and a draft from a preset is saved with one write', async () => {
  const page = await openSettings(answerIn(portal));

  page.openType('technology');
  expect(page.words()).toContain('There is no draft');
  page.choose('preset', 'retention');
  page.click('Start a draft');
  expect(page.valueOf('dimensions[0].weight')).toBe('35');
  expect(page.words()).toContain('Not saved yet');
  page.click('Save draft');
  await page.sees(/Draft by ann@example\.com/);

  expect(page.fn.calls.map(({ operation }) => operation)).toEqual(['load-policy', 'save-profile-draft']);
  expect((await draftOf('technology'))?.profile.dimensions[0]?.weight).toBe(35);
});

test('the sum of the weights is said while they are typed, and a fault stands at its field', async () => {
  const page = await openSettings(answerIn(portal));
  page.openType('technology');

  page.type('dimensions[0].weight', '30');
  expect(page.words()).toContain('The weights sum to 95: 5 missing.');
  page.type('dimensions[0].weight', '40');
  expect(page.words()).toContain('The weights sum to 105: 5 too many.');
  page.type('dimensions[0].weight', 'thirty');

  expect(page.valueOf('dimensions[0].weight')).toBe('thirty');
  expect(page.faultOf('dimensions[0].weight')).toBe('give a number');
  expect(page.button('Save draft').props.disabled).toBe(true);
  page.click('Discard edits');
  expect(page.valueOf('dimensions[0].weight')).toBe('35');
});

test('a draft with faults is kept, and only publishing waits for them', async () => {
  const page = await openSettings(answerIn(portal));
  page.openType('reseller');
  page.click('Start a draft');
  page.type('dimensions[0].weight', '1');
  page.click('Save draft');
  await page.sees(/Saved/);

  page.openTab('publish');
  page.type('reason', 'Because');

  expect(page.words()).toMatch(/the weights must sum to 100/);
  expect(page.button('Publish').props.disabled).toBe(true);
  page.openTab('draft');
  page.overlayOf('Delete draft').press('Delete it');
  await page.sees(/There is no draft/);
  expect(await draftOf('reseller')).toBeNull();
});

test('of two people with one draft the second reads what the first changed, and chooses', async () => {
  const ann = await openSettings(answerIn(portal));
  ann.openType('technology');
  ann.type('dimensions[0].weight', '40');
  const ben = await openSettings(answerIn(portal), { by: 'ben@example.com' });
  ben.openType('technology');
  ben.type('floors.deep', '390');
  ben.click('Save draft');
  await ben.sees(/Draft by ben@example\.com/);

  // the page of Ann asks the function anew
  const again = await openSettings(answerIn(portal));
  again.openType('technology');
  expect(again.valueOf('floors.deep')).toBe('390');
  ann.click('Save draft');
  await ann.sees(/ben@example\.com has saved this draft/);

  expect(ann.words()).toMatch(/Deep 380 -> 390/);
  expect(ann.valueOf('dimensions[0].weight')).toBe('40');
  ann.click('Save mine over theirs');
  await ann.sees(/Draft by ann@example\.com/);
  expect((await draftOf('technology'))?.profile).toMatchObject({ floors: { deep: 380 } });
  ann.click('Undo');
  expect(ann.valueOf('dimensions[0].weight')).toBe('35');
});

test('a publisher with unsaved edits does not pass by what somebody published meanwhile', async () => {
  const ann = await openSettings(answerIn(portal));
  ann.openType('solution');
  ann.click('Start a draft');
  ann.openTab('publish');
  ann.type('reason', 'Higher bar');
  const ben = await openSettings(answerIn(portal), { by: 'ben@example.com' });
  ben.openType('broker-agent');
  ben.click('Start a draft');
  ben.openTab('publish');
  ben.type('reason', 'A first profile');
  ben.click('Save and publish');
  await ben.sees(/is the current profile now/);

  ann.click('Save and publish');
  await ann.sees(/ben@example\.com published/);

  ann.openTab('versions');
  ann.openTab('publish');
  expect(ann.valueOf('reason')).toBe('Higher bar');
  ann.click('Publish');
  await ann.sees(/is the current profile now/);
  const [newest] = (await loadPolicy(portal.context)).log;
  expect(newest).toMatchObject({ reason: 'Higher bar' });
});

test('a refused save keeps what was typed, and says why', async () => {
  const page = await openSettings(answerIn(portal));
  page.openType('technology');
  page.type('floors.fast', '260');
  page.fn.next(() => ({ error: { code: 'unavailable', message: 'HubSpot cannot be reached. Try again.' } }));

  page.click('Save draft');
  await page.sees(/HubSpot cannot be reached/);

  expect(page.alerts()).toContain('Not saved');
  expect(page.valueOf('floors.fast')).toBe('260');
});

test('a profile is published with a reason, and rolled back with another', async () => {
  const page = await openSettings(answerIn(portal));
  page.openType('referral');
  page.click('Start a draft');
  page.openTab('publish');
  expect(page.button('Save and publish').props.disabled).toBe(true);
  page.type('reason', 'Churn rose in spring');
  page.click('Save and publish');
  await page.sees(/is the current profile now/);

  const { types } = await loadPolicy(portal.context);
  expect(types.find(({ type }) => type === 'referral')?.versions[0]?.published).toMatchObject({
    reason: 'Churn rose in spring',
  });
  page.openTab('versions');
  page.overlayOf('Roll back').type('roll-back-reason', 'Too early');
  page.overlayOf('Roll back').press('Roll back');
  await page.sees(/Shipped profile is the current profile now/);
  expect((await loadPolicy(portal.context)).log[0]).toMatchObject({ reason: 'Too early' });
});

test('of two who publish the loser reads who won and why, and keeps the draft', async () => {
  const ann = await openSettings(answerIn(portal));
  ann.openType('marketing');
  ann.click('Start a draft');
  ann.type('floors.deep', '400');
  ann.click('Save draft');
  await ann.sees(/Saved/);
  const ben = await openSettings(answerIn(portal), { by: 'ben@example.com' });
  ben.openType('oem');
  ben.click('Start a draft');
  ben.openTab('publish');
  ben.type('reason', 'A first profile');
  ben.click('Save and publish');
  await ben.sees(/is the current profile now/);

  const loser = await openSettings((call) => answerIn(portal)(call));
  loser.openType('marketing');
  loser.openTab('publish');
  loser.type('reason', 'Higher bar');
  loser.fn.next((call) => answerIn(portal)({ ...call, input: asSeenBefore(call.input) }));
  loser.click('Publish');
  await loser.sees(/ben@example\.com published/);

  expect(loser.alerts()).toContain('Somebody else saved or published first');
  expect(loser.valueOf('reason')).toBe('Higher bar');
  loser.openTab('draft');
  expect(loser.valueOf('floors.deep')).toBe('400');
});

/** The same call of a page that was loaded before the newest entry of the policy. */
function asSeenBefore(input: Parameters<Answer>[0]['input']): typeof input {
  const { policy } = { policy: 0, ...input };
  return Object.assign({}, input, { policy: policy - 1 });
}

test('where the page may not publish it says why, with the command to copy', async () => {
  const page = await openSettings(answerIn(portal, { publishes: 'by-settings' }));
  page.openType('technology');
  page.openTab('publish');
  page.type('reason', "Churn isn't falling");

  expect(page.hasButton('Publish')).toBe(false);
  expect(page.words()).toContain(
    String.raw`icp profile publish technology --by ann@example.com --reason 'Churn isn'\''t falling'`,
  );
});

test('the preview reads every page, says who moves, and follows the weights', async () => {
  await createCompany(
    {
      customer_overlap: 5,
      product_complementarity: 4,
      distribution_reach: 3,
      technical_readiness: 4,
      commercial_alignment: 4,
      strategic_fit: 4,
    },
    { portal },
  );
  const page = await openSettings(answerIn(portal));
  page.openType('technology');
  page.openTab('preview');
  page.click('Read scorecards');
  await page.sees(/1 company read on 27 November 2026, 14:03/);

  expect(page.words()).toContain('The draft has faults');
  page.openTab('draft');
  page.type('dimensions[0].weight', '35');
  expect(page.words()).toContain('Nobody changes lane. 1 scorecard judged.');
  page.type('floors.deep', '480');
  expect(page.words()).toContain('1 of 1 change lane: 1 Deep -> Fast lane.');
  expect(page.fn.calls.filter(({ operation }) => operation === 'read-portfolio')).toHaveLength(1);
});

test('a preview that breaks off keeps what it read and goes on from there', async () => {
  const page = await openSettings(answerIn(portal));
  page.openType('technology');
  page.openTab('preview');
  page.fn.next(() => ({ answer: { cards: [], next: '7', total: 400, left: [] } }));
  page.fn.next(() => ({ error: { code: 'rate-limited', message: 'HubSpot is busy.' } }));
  page.click('Read scorecards');
  await page.sees(/Reading broke off at 200 of 400/);
  page.click('Go on');
  await page.sees(/400 companies read on/);

  expect(page.fn.calls.at(-1)?.input).toMatchObject({ after: '7' });
});

test('settings are checked by field, saved as a draft and published', async () => {
  const page = await openSettings(answerIn(portal));
  page.openTab('settings');
  page.type('slots', '1.5');
  expect(page.faultOf('slots')).toMatch(/whole number of partners/);
  page.type('slots', '3');
  page.click('Save draft');
  await page.sees(/Saved/);
  page.type('settings-reason', 'One more partner manager');
  page.click('Publish settings');
  await page.sees(/Settings published/);

  const { settings, settingsDraft } = await loadPolicy(portal.context);
  expect({ slots: settings.slots, settingsDraft }).toEqual({ slots: 3, settingsDraft: null });
});

test('edits of one fact source in any order, each made before the page is drawn again, are all kept', async () => {
  // what the portal has cannot be read: names are typed
  const answer = answerIn(portal);
  const page = await openSettings((call) =>
    call.operation === 'read-fact-sources' ? Promise.resolve({}) : answer(call),
  );
  page.openTab('settings');
  await page.waitFor(() => void page.find(Select, { name: 'factSources.sharedCustomers' }));
  page.choose('factSources.sharedCustomers', 'property');
  page.choose('factSources.companiesAsking', 'property');
  const shared = 'factSources.sharedCustomers';
  const edits = {
    [`${shared}.property`]: 'tools',
    [`${shared}.lifecycleStages`]: 'customer\nevangelist',
    'factSources.companiesAsking.property': 'wanted',
    slots: '4',
  };
  const drawn = Object.entries(edits).map(
    ([name, text]) =>
      () =>
        page.inputOf(name).props.onInput?.(text),
  );
  const stale = Object.entries(edits).map(([name, text]) => {
    const { onInput } = page.inputOf(name).props;
    return () => onInput?.(text);
  });
  const anyOrder = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
  await fc.assert(
    fc.asyncProperty(anyOrder, anyOrder, async (first, second) => {
      for (const at of first) stale[at]?.();
      for (const at of second) drawn[at]?.();
      await page.sees(/the company property tools of companies in customer, evangelist/);
      expect(page.words()).toMatch(/the deal property wanted/);
      expect(page.words()).toMatch(/Partners to go deep with in a quarter: \d+ -> 4/);
      page.click('Discard edits');
      page.choose(shared, 'property');
      page.choose('factSources.companiesAsking', 'property');
    }),
    { numRuns: 10 },
  );
});

test('a failed load says why and is tried again', async () => {
  const page = renderSettings(answerIn(portal));
  page.fn.next(() => ({ error: { code: 'missing-scope', message: 'Reinstall the app.' } }));
  await page.sees(/Reinstall the app/);

  page.click('Try again');
  await page.sees(/Default type/);
});

test('without a home the page says what still works and what to do', async () => {
  const page = await openSettings(async (call) => {
    const { answer } = (await answerIn(portal)(call)) as { answer: object };
    return { answer: { ...answer, hasHome: false } };
  });

  expect(page.words()).toContain(
    'Scorecards work: each is judged by the profile that comes with Partner ICP',
  );
  expect(page.words()).toContain('icp install');
});
