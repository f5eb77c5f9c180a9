import { DEFAULT_SETTINGS } from '../../src/icp/settings.ts';
import type { ScorecardRecord } from '../../src/contract/scorecard-record.ts';
import type { Operations } from '../../src/contract/operations.ts';
import { anyDraft } from '../usecases/policy/any-draft.ts';
import { workflowTool } from '../worked-example.ts';

/** What the calls are about, and how earlier answers are looked up. */
export interface Sample {
  companyId: string;
  contactId: string;
  /** The address of whoever calls; their HubSpot user is 7. */
  by: string;
  ask: <Name extends keyof Operations>(
    operation: Name,
    input: Operations[Name]['input'],
  ) => Promise<Operations[Name]['answer']>;
}

type Inputs = { [Name in keyof Operations]: () => Promise<Operations[Name]['input']> };

const seenAs = <Value>(value: Value) => ({ seen: null, value });

/** To wait in this quarter, as it stands in a record that nobody has decided about. */
function decision({ stored, quarters: [quarter = '2027-Q1'] }: ScorecardRecord['decision']) {
  const [reason, at] = ['Asked in the call', new Date().toISOString()];
  return {
    decision: { seen: stored.decision, value: 'wait' },
    decision_quarter: { seen: stored.decision_quarter, value: quarter },
    decision_reason: { seen: stored.decision_reason, value: reason },
    ask_again_on: { seen: stored.ask_again_on, value: null },
    decided_at: { seen: stored.decided_at, value: at },
  };
}

const TO_RESELLER = { kind: 'set-type', type: 'reseller' } as const;

/** An input for each operation, in an order in which each has something to do for a company that has no scorecard yet. */
export function oneOfEach({ companyId, contactId, by, ask }: Sample): Inputs {
  const type = 'technology' as const;
  const user = '7';
  const given = <Input>(input: Input) => Promise.resolve(input);
  const rated = Object.fromEntries(
    Object.entries(workflowTool).map(([key, rating]) => [key, seenAs(rating)]),
  );
  const state = () => ask('load-policy', {});
  const signed = async () => ({ reason: 'Asked', by, policy: (await state()).policy });
  const draftAt = async () => (await state()).types.find((each) => each.type === type)?.draft?.at ?? null;
  const change = { strategic_fit: { seen: 4, value: 5, since: null } };
  const kept = { ...{ companyId, user, by, type, session: 'one', sequence: 1 }, edits: change, took: [] };
  return {
    'save-scorecard': () => given({ companyId, changes: rated, by }),
    'keep-draft': () => given(kept),
    'load-scorecard': () => given({ companyId, user }),
    'find-drafts': () => given({ companyId, user }),
    'discard-draft': () => given({ companyId, user, marks: [{ session: 'one', sequence: 1 }] }),
    decide: async () => {
      const { decision: shown } = await ask('load-scorecard', { companyId, user });
      return { companyId, by, basis: shown.basisNow ?? '', changes: decision(shown) };
    },
    'read-slots': () => given({ companyId, quarter: '2027-Q1' as const }),
    'meeting-page': () => given({ companyId }),
    'gather-facts': () => given({ companyId }),
    'count-fact': () => given({ companyId, fact: 'companies-asking' as const }),
    'set-contact-role': () => given({ companyId, contactId, role: 'champion' as const, isSet: true }),
    'read-history': () => given({ companyId }),
    'undo-save': async () => {
      await ask('save-scorecard', { companyId, by, changes: { strategic_fit: { seen: 4, value: 2 } } });
      return { companyId, by, save: (await ask('read-history', { companyId })).undo?.key ?? '' };
    },
    'read-fact-sources': () => given({}),
    'test-fact-sources': () =>
      given({
        factSources: {
          sharedCustomers: { by: 'lists' as const, name: 'Uses {partner}' },
          companiesAsking: { property: 'description' },
        },
      }),
    'show-profile': () => given({ type: 'reseller' as const }),
    'load-policy': () => given({}),
    'read-people': () => given({}),
    'read-portfolio': () => given({ type }),
    'save-profile-draft': () => given({ type, draft: anyDraft(), seen: null, by }),
    'publish-profile': async () => ({ type, ...(await signed()) }),
    'rejudge-scorecard': () => given({ companyId, by, to: 'technology@1' }),
    'roll-back-profile': async () => ({ type, version: 0, ...(await signed()) }),
    'start-rejudging': () => given({ type, by }),
    'pause-job': () => given({ type, by }),
    'resume-job': () => given({ type, by }),
    'read-jobs': () => given({}),
    'discard-profile-draft': async () => {
      const draft = { ...anyDraft(), basedOn: 'technology@1' };
      const profile = { ...draft.profile, floors: { deep: 400, fast: 250 } };
      await ask('save-profile-draft', { type, draft: { ...draft, profile }, seen: await draftAt(), by });
      return { type, by, seen: (await draftAt()) ?? '' };
    },
    'save-settings-draft': () => given({ settings: { ...DEFAULT_SETTINGS, slots: 4 }, seen: null, by }),
    'discard-settings-draft': async () => ({ by, seen: (await state()).settingsDraft?.at ?? '' }),
    'publish-settings': async () => ({ settings: { ...DEFAULT_SETTINGS, slots: 5 }, ...(await signed()) }),
    'triage-choices': () => given({}),
    'preview-triage': () => given({ act: TO_RESELLER, companyIds: [companyId] }),
    'apply-triage': async () => {
      const { plans } = await ask('preview-triage', { act: TO_RESELLER, companyIds: [companyId] });
      const companies = plans.flatMap(({ seen }) => (seen === null ? [] : [{ companyId, seen }]));
      return { act: TO_RESELLER, companies, at: new Date().toISOString(), by };
    },
    'clear-scorecard': () => given({ companyId, by }),
  };
}
