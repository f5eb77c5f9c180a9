import {
  Alert,
  Button,
  Checkbox,
  LoadingButton,
  Select,
  Tab,
  TextArea,
  ToggleGroup,
} from '@hubspot/ui-extensions';

import { PANES } from '../../../extensions/list-triage/view/panes.oauth.tsx';
import type { TriagePlan } from '../../../src/contract/triage.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { firstTime, jane } from '../../usecases/scorecard/scoring.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { ADA, ada, signedByAda } from '../../usecases/triage/triage-in-portal.ts';
import { answerCall } from '../../../src/usecases/answer-call.ts';
import { type Answer, serveFunction } from '../scorecard-card/serve-function.ts';
import { textIn } from '../text-in.ts';
import { openTriage, unscored } from './open-triage.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

/** As the server answers Ada. */
const asServer: Answer = async (call) =>
  JSON.parse(JSON.stringify(await answerCall(() => signedByAda(portal), call, { person: ADA }))) as unknown;

const CHOICES = {
  answer: { types: ['reseller', 'oem'], startType: 'oem', quarters: ['2027-Q1'], today: '2026-11-27' },
};

interface Asked {
  act: { kind: string };
  companyIds: string[];
  companies: { companyId: string }[];
  at: string;
}

const planned = (companyId: string): TriagePlan => ({
  ...{ companyId, companyName: `Company ${companyId}`, seen: { kind: 'type', changes: {} } },
  ...{ lines: ['Partner type: none -> Reseller'], losses: [], isReplacing: false, reason: '' },
  isSoAlready: false,
});

/** A server that plans for every company, and applies as told. */
const serverThat =
  (apply: (asked: Asked) => unknown): Answer =>
  ({ operation, input }) => {
    const asked = input as unknown as Asked;
    if (operation === 'triage-choices') return CHOICES;
    if (operation === 'preview-triage') return { answer: { plans: asked.companyIds.map(planned) } };
    return apply(asked);
  };

const allDone = ({ companies }: Asked) => ({
  answer: {
    results: companies.map(({ companyId }) => ({ companyId, outcome: 'done', sentence: '' })),
    ...{ left: [], stopped: null },
  },
});

async function openChanging(ids: readonly number[], answer: Answer) {
  const fn = serveFunction(answer);
  const panel = await openTriage(ids.map(unscored), { panes: PANES, by: ada });
  const button = (text: string | RegExp) => {
    const all = [...panel.findAll(Button), ...panel.findAll(LoadingButton)];
    const found = all.find((each) => textIn(each).match(text) !== null);
    if (found === undefined) throw new Error(`there is no button "${text}"`);
    return found;
  };
  const alerts = () => panel.findAll(Alert).map((alert) => [alert.props.title, textIn(alert)].join(': '));
  const sees = (pattern: RegExp) =>
    panel.waitFor(() => {
      const words = [panel.words(), ...alerts()].join(' ¦ ');
      if (!pattern.test(words)) throw new Error(`not yet: ${String(pattern)} in ${words}`);
    });
  const choose = async (kind: string) => {
    await panel.waitFor(() => void panel.find(ToggleGroup, { name: 'act' }));
    const { onChange } = panel.find(ToggleGroup, { name: 'act' }).props as { onChange: (v: string) => void };
    onChange(kind);
  };
  return {
    ...panel,
    ...{ fn, button, alerts, sees },
    chooseAct: choose,
    press: (text: string | RegExp) => button(text).trigger('onClick'),
    previewType: async (type: string) => {
      await panel.waitFor(() => void panel.find(Select, { name: 'act_type' }));
      panel.find(Select, { name: 'act_type' }).props.onChange?.(type);
      button('Preview').trigger('onClick');
      await sees(/would change/);
    },
    isTicked: (id: number) => panel.find(Checkbox, { name: String(id) }).props.checked,
    applied: () =>
      fn.calls
        .filter(({ operation }) => operation === 'apply-triage')
        .map(({ input }) => input as unknown as Asked),
  };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('the panel of the private edition has no second tab and asks for nothing', async () => {
  const fn = serveFunction(() => CHOICES);
  const panel = await openTriage([unscored(1)]);

  expect(panel.findAll(Tab)).toEqual([]);
  expect(fn.calls).toEqual([]);
  expect(panel.words()).toMatch(/changes nothing/);
});

test('a type is previewed, applied to the ticked companies, and the list is to be reloaded', async () => {
  const plain = Number(await portal.createCompany({ name: 'Harbor Foods' }));
  const rated = Number(await portal.createCompany({ name: 'Northwind', ipp_partner_type: 'reseller' }));
  await saveScorecard(portal.context, {
    companyId: String(rated),
    changes: firstTime({ people: 4 }),
    by: jane,
  });
  const panel = await openChanging([plain, rated], asServer);

  await panel.previewType('referral');

  expect(panel.words()).toContain('2 would change.');
  expect(panel.words()).toContain('Partner type: none -> Referral partner');
  expect(panel.words()).toMatch(/1 of them is rated, and another type asks other questions\. Tick it/);
  expect([panel.isTicked(plain), panel.isTicked(rated)]).toEqual([true, false]);

  panel.press('Apply to 1 company');
  await panel.sees(/1 of 1 done: .*Reload the list/);

  expect((await portal.stored(String(plain)))['ipp_partner_type']).toBe('referral');
  expect((await portal.stored(String(plain)))['ipp_scored_by']).toBe(ada);
  expect((await portal.stored(String(rated)))['ipp_partner_type']).toBe('reseller');
  panel.press('Reload the list');
  expect(panel.reloads()).toBe(1);
});

test('a rated company is changed once it is ticked', async () => {
  const rated = Number(await portal.createCompany({ name: 'Northwind', ipp_partner_type: 'reseller' }));
  await saveScorecard(portal.context, {
    companyId: String(rated),
    changes: firstTime({ role_criteria: 4 }),
    by: jane,
  });
  const panel = await openChanging([rated], asServer);
  await panel.previewType('referral');
  expect(panel.words()).toContain('Takes away Role criteria: 4 -> empty');
  expect(panel.button(/^Apply to/).props.disabled).toBe(true);

  panel.tick(rated);
  panel.press('Apply to 1 company');
  await panel.sees(/1 of 1 done/);

  expect(await portal.stored(String(rated))).toMatchObject({ ipp_partner_type: 'referral' });
});

test('who is left out is named with why, and where nothing would change nothing can be applied', async () => {
  const there = Number(await portal.createCompany({ name: 'Northwind', ipp_partner_type: 'oem' }));
  const panel = await openChanging([there], asServer);
  await panel.chooseAct('start');

  await panel.previewType('reseller');

  expect(panel.words()).toContain('Nothing would change. 1 left out.');
  expect(panel.words()).toContain('It has a type already: OEM partner. Northwind');
  expect(() => panel.button(/^Apply to/)).toThrow('there is no button');
});

test('companies go in calls of ten, and what a call had no time for goes with the next', async () => {
  let isFirst = true;
  const panel = await openChanging(
    numbers(25),
    serverThat((asked) => {
      if (!isFirst) return allDone(asked);
      isFirst = false;
      const { answer } = allDone({ ...asked, companies: asked.companies.slice(0, 4) });
      return { answer: { ...answer, left: asked.companies.slice(4).map(({ companyId }) => companyId) } };
    }),
  );
  await panel.previewType('reseller');

  panel.press('Apply to 25 companies');
  await panel.sees(/25 of 25 done/);

  expect(panel.applied().map(({ companies }) => companies.length)).toEqual([10, 10, 10, 1]);
});

test('a failure in the middle leaves an honest count, and going on sends what is open, with the same time', async () => {
  let calls = 0;
  const panel = await openChanging(
    numbers(40),
    serverThat((asked) => {
      calls += 1;
      if (calls === 2) throw new Error('HubSpot ended the call');
      return allDone(asked);
    }),
  );
  await panel.previewType('reseller');

  panel.press('Apply to 40 companies');
  await panel.sees(/10 of 40 done/);
  expect(panel.alerts().join()).toMatch(
    /10 unknown\. 20 not begun\..*Going on repeats nothing that is done\./,
  );

  panel.press('Go on with 30 companies');
  await panel.sees(/40 of 40 done/);

  const asked = panel.applied();
  expect(asked).toHaveLength(5);
  expect(new Set(asked.map(({ at }) => at)).size).toBe(1);
  // those whose outcome is not known come last
  expect(asked.at(-1)?.companies.map(({ companyId }) => companyId)).toEqual(
    numbers(20).slice(10).map(String),
  );
});

test('a refusal before anything is begun leaves all of the call open, none of them unknown', async () => {
  const panel = await openChanging(
    numbers(12),
    serverThat(() => ({ error: { code: 'not-connected', message: 'Connect it again.' } })),
  );
  await panel.previewType('reseller');

  panel.press('Apply to 12 companies');
  await panel.sees(/0 of 12 done: Connect it again\. 12 not begun\./);
});

test('what the server stopped at is said, and refused companies are not sent again', async () => {
  const refused = {
    outcome: 'refused',
    sentence: 'Changed since the preview: Partner type is now OEM partner.',
  };
  const panel = await openChanging(
    numbers(3),
    serverThat(({ companies }) => ({
      answer: {
        results: [{ companyId: companies[0]?.companyId, ...refused }],
        left: companies.slice(1).map(({ companyId }) => companyId),
        stopped: 'The limit is used up.',
      },
    })),
  );
  await panel.previewType('reseller');

  panel.press('Apply to 3 companies');
  await panel.sees(/0 of 3 done: The limit is used up\. 1 not done\. 2 not begun\./);

  expect(panel.words()).toContain('Changed since the preview: Partner type is now OEM partner.');
  expect(textIn(panel.button(/^Go on/))).toBe('Go on with 2 companies');
});

test('a company that fails again and again ends the run instead of going round', async () => {
  const panel = await openChanging(
    numbers(2),
    serverThat(({ companies }) => ({
      answer: {
        results: companies.map(({ companyId }) => ({ companyId, outcome: 'failed', sentence: 'No answer.' })),
        ...{ left: [], stopped: null },
      },
    })),
  );
  await panel.previewType('reseller');

  panel.press('Apply to 2 companies');
  await panel.sees(/0 of 2 done: 2 not reached\./);

  expect(panel.applied()).toHaveLength(1);
});

test('Stop ends the run after the call under way', async () => {
  let answerNow: (value: unknown) => void = () => undefined;
  const panel = await openChanging(
    numbers(30),
    serverThat((asked) => new Promise((resolve) => (answerNow = () => resolve(allDone(asked))))),
  );
  await panel.previewType('reseller');
  panel.press('Apply to 30 companies');
  await panel.waitFor(() => expect(panel.applied()).toHaveLength(1));
  expect(panel.progress()).toMatchObject({ valueDescription: '0 of 30 companies' });

  panel.press('Stop');
  answerNow(null);
  await panel.sees(/10 of 30 done: 20 not begun\./);

  expect(panel.applied()).toHaveLength(1);
});

test('choices that cannot be read are asked for again; a preview that fails says why and the form stays', async () => {
  const answers: unknown[] = [{ error: { code: 'unavailable', message: 'HubSpot is down.' } }, CHOICES];
  const panel = await openChanging([1], ({ operation }) =>
    operation === 'triage-choices'
      ? answers.shift()
      : { error: { code: 'invalid-input', message: 'ask_again_on: choose another day.' } },
  );
  await panel.sees(/What can be chosen could not be read: HubSpot is down\./);
  panel.press('Try again');
  await panel.waitFor(() => void panel.find(ToggleGroup, { name: 'act' }));

  await panel.chooseAct('take-over');
  panel.press('Preview');

  await panel.sees(/The preview was not made: ask_again_on: choose another day\./);
});

test('a decision needs one that is chosen, and an edit of the form takes the preview away', async () => {
  const panel = await openChanging([1], serverThat(allDone));
  await panel.waitFor(() => void panel.find(ToggleGroup, { name: 'act' }));
  await panel.chooseAct('decide');
  expect(panel.button('Preview').props.disabled).toBe(true);

  const { onChange } = panel.find(ToggleGroup, { name: 'decision' }).props as {
    onChange: (v: string) => void;
  };
  onChange('go-light');
  panel.press('Preview');
  await panel.sees(/1 would change/);
  panel.find(TextArea).props.onInput?.('Small partner');

  await panel.waitFor(() => expect(panel.words()).not.toMatch(/would change/));
  panel.press('Preview');
  await panel.sees(/1 would change/);
  expect(panel.fn.calls.at(-1)?.input).toMatchObject({
    act: {
      kind: 'decide',
      decision: 'go-light',
      quarter: '2027-Q1',
      reason: 'Small partner',
      askAgainOn: null,
    },
  });
});

test('more than 200 companies are not changed at once', async () => {
  const panel = await openChanging(numbers(201), serverThat(allDone));

  expect(panel.words()).toContain('At most 200 are changed at once');
});
