import { DEFAULT_SETTINGS } from '../../src/icp/settings.ts';
import { anyDraft } from '../usecases/policy/any-draft.ts';
import { EDITIONS, type Edition as EditionName } from '../../src/crm/installation-record.ts';
import { actionBodies } from '../../sandbox/build/workflow-actions.ts';
import { planEdition } from '../../sandbox/build/plan-edition.ts';
import type { JournalEntry } from '../../sandbox/hubspot/http/journal.ts';
import { completeCallback } from '../../src/crm/action-callbacks.ts';
import { exportScorecards } from '../../src/usecases/csv/export.ts';
import { readHistory } from '../../src/usecases/history/read-history.ts';
import { importScorecards } from '../../src/usecases/csv/import.ts';
import { install } from '../../src/usecases/install/install.ts';
import { syncDeals } from '../../src/usecases/deals/sync.ts';
import { type Answer, answerCall } from '../../src/usecases/answer-call.ts';
import { type OPERATIONS } from '../../src/usecases/operations.ts';
import { uninstall } from '../../src/usecases/install/uninstall.ts';
import type { Actor } from '../../sandbox/hubspot/portal/actor.ts';
import { DEFAULT_TRANSPORT, openCrm } from '../../src/crm/client/client.ts';
import { CrmError } from '../../src/crm/client/errors.ts';
import type { CrmRequest } from '../../src/crm/client/request.ts';
import { homeInCrm } from '../../src/crm/policy-home.ts';
import { aroundCalls } from '../around-calls.ts';
import { APP_TOKEN, type Portal, editOutside, withPortal } from '../portal.ts';
import { examine } from '../usecases/doctor/examine.ts';
import { createContactOf } from '../usecases/facts/fact-portal.ts';
import type { FactSources } from '../../src/icp/settings.ts';
import { createDeal, createPipeline } from '../usecases/deals/partner-deals.ts';
import { nightly } from '../usecases/nightly/run-nightly.ts';
import type { Jobs } from '../../src/contract/jobs.ts';
import { workflowTool } from '../worked-example.ts';
import { ROOT } from './source-project.ts';

const by = 'ann@example.com';
/** The hand from outside that test/portal.ts prepares records with. */
const USER = { token: 'test-user-token', sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 };

/** HubSpot's own. */
const ASKED_AHEAD = ['oauth'];

test.each(EDITIONS)(
  'the %s edition asks for the scopes that its calls use, and no other',
  async (edition) => {
    const scopes = await scopesOf(edition);

    const { used, refused, failures } = await useApp(edition, scopes);

    expect({ refused, failures }).toEqual({ refused: [], failures: [] });
    expect(used).toEqual(scopes.filter((scope) => !ASKED_AHEAD.includes(scope)).sort());
  },
);

test.each(EDITIONS)(
  'without any one of the scopes that are used, a call of the %s edition is refused',
  async (edition) => {
    const scopes = await scopesOf(edition);

    const used = scopes.filter((each) => !ASKED_AHEAD.includes(each));
    const { refused } = await useAppTwice(edition, scopes, used);

    expect(refused).toEqual(used.toSorted());
  },
);

/** With an action that nobody answers. Its executions may be completed all the same. */
const WORKFLOWS = {
  apps: [
    {
      ...{ id: 4711, clientId: 'client-of-4711', clientSecret: 'secret-of-4711' },
      actions: actionBodies('http://127.0.0.1:1'),
    },
  ],
  switches: { repeatedCompletion: 204 as const },
};

/** Does everything that the app does in a portal, with a token that has these scopes. */
async function useApp(edition: EditionName, scopes: readonly string[]) {
  const app = appWith(scopes);
  let calls: readonly JournalEntry[] = [];
  let failures: readonly unknown[] = [];
  await withPortal({ ...WORKFLOWS, installed: false, tokens: [app, USER] }, async (portal) => {
    failures = await useAppIn(portal, edition);
    calls = portal.sandbox.journal.entries().filter(({ actor }) => actor === app.sourceId);
  });
  return {
    failures,
    used: [...new Set(calls.flatMap((call) => call.scopes))].sort(),
    refused: calls.filter(({ status }) => status === 403).map(({ method, path }) => `${method} ${path}`),
  };
}

/**
 * Does the same, and sends calls once more with tokens that lack one scope of those that let them through.
 *
 * @returns the scopes without which one of these calls was refused, sorted
 */
async function useAppTwice(edition: EditionName, scopes: readonly string[], used: readonly string[]) {
  const app = appWith(scopes);
  const lacking = used.map((scope, index) => {
    const others = scopes.filter((other) => other !== scope);
    return { ...appWith(others), token: `without-${scope}`, sourceId: `without-${index}` };
  });
  const refused = new Set<string>();
  await withPortal({ ...WORKFLOWS, installed: false, tokens: [app, USER, ...lacking] }, async (portal) => {
    const { context, sandbox, clock } = portal;
    const sendWithout = (scope: string, request: CrmRequest) =>
      openCrm(
        { baseUrl: sandbox.baseUrl, accessToken: `without-${scope}` },
        { ...DEFAULT_TRANSPORT, ...clock },
      ).send(request);
    const again = async (request: CrmRequest) => {
      const call = sandbox.journal
        .entries()
        .findLast(({ method, path }) => method === request.method && path.split('?')[0] === request.path);
      for (const scope of call?.scopes ?? []) {
        if (refused.has(scope)) continue;
        const error: unknown = await sendWithout(scope, request).catch((failure: unknown) => failure);
        if (error instanceof CrmError && error.code === 'missing-scope') refused.add(scope);
      }
    };
    const crm = aroundCalls(context.crm, () => true, 'after', again);
    const home = homeInCrm(crm, context.installation);
    await useAppIn({ ...portal, app: crm, context: { ...context, crm, home } }, edition);
  });
  return { refused: [...refused].sort() };
}

function appWith(scopes: readonly string[]): Actor {
  return { token: APP_TOKEN, sourceType: 'INTEGRATION', sourceId: '4711', scopes };
}

/** @returns what failed */
async function useAppIn(portal: Portal, edition: EditionName): Promise<unknown[]> {
  const failures: unknown[] = [];
  const pipeline = await createPipeline(portal, 'Partnerships');
  const companyId = await portal.createCompany();
  await createDeal(portal, pipeline, companyId);
  const contactId = await createContactOf(portal, companyId);
  for (const verb of verbsOf(portal, edition, companyId, contactId))
    await verb().catch((failure: unknown) => failures.push(failure));
  return failures;
}

const SOURCES: FactSources = {
  sharedCustomers: { by: 'lists', name: 'Uses {partner}' },
  companiesAsking: { property: 'description' },
};

const SET_TYPE = { kind: 'set-type', type: 'reseller' };

/** A company without a type. */
function seenAsSuch(companyId: string) {
  return {
    companyId,
    seen: { kind: 'type', changes: { partner_type: { seen: null, value: SET_TYPE.type } } },
  };
}

/** They are rows of the server: what they do in a portal is what `icp rejudge` does. */
const JOBS: Jobs = {
  read: () => Promise.resolve({ jobs: [], night: null, changes: { count: 0, forMs: 0 }, contested: 0 }),
  start: () => Promise.resolve(),
  pause: () => Promise.resolve(),
  resume: () => Promise.resolve(),
};

function decisionNow() {
  const wanted = {
    ...{ decision: 'wait', decision_quarter: '2027-Q1', decision_reason: '', ask_again_on: null },
    decided_at: new Date().toISOString(),
  };
  return Object.fromEntries(Object.entries(wanted).map(([field, value]) => [field, { seen: null, value }]));
}

/** Every use case that talks to HubSpot, in an order in which each has something to do. */
function verbsOf(
  portal: Portal,
  edition: EditionName,
  companyId: string,
  contactId: string,
): (() => Promise<unknown>)[] {
  const { context } = portal;
  const changes = Object.fromEntries(
    Object.entries(workflowTool).map(([field, value]) => [field, { seen: null, value }]),
  );
  const inputs: Record<keyof typeof OPERATIONS, object> = {
    'save-scorecard': { companyId, changes, by },
    'rejudge-scorecard': { companyId, by, to: 'technology@0' },
    'read-portfolio': { type: 'technology' },
    'keep-draft': {
      ...{ companyId, user: '7', by, type: 'technology', session: 'one', sequence: 1, took: [] },
      edits: { strategic_fit: { seen: 4, value: 5, since: null } },
    },
    'load-scorecard': { companyId, user: '7' },
    'find-drafts': { companyId, user: '8' },
    'discard-draft': { companyId, user: '7', marks: [{ session: 'one', sequence: 1 }] },
    decide: { companyId, by, basis: '', changes: decisionNow() },
    'read-slots': { companyId, quarter: '2027-Q1' },
    'meeting-page': { companyId },
    'gather-facts': { companyId },
    'count-fact': { companyId, fact: 'companies-asking' },
    'set-contact-role': { companyId, contactId, role: 'champion', isSet: true },
    'read-history': { companyId },
    'undo-save': { companyId, by },
    'read-fact-sources': {},
    'test-fact-sources': { factSources: SOURCES },
    'show-profile': { type: 'reseller' },
    'clear-scorecard': { companyId, by },
    'save-profile-draft': { type: 'technology', draft: anyDraft(), seen: null, by },
    'load-policy': {},
    'read-people': {},
    'start-rejudging': { type: 'technology', by },
    'pause-job': { type: 'technology', by },
    'resume-job': { type: 'technology', by },
    'read-jobs': {},
    'publish-profile': { type: 'technology', reason: 'Asked', by, policy: 0 },
    'roll-back-profile': { type: 'technology', version: 0, reason: 'Asked', by, policy: 1 },
    'save-settings-draft': { settings: DEFAULT_SETTINGS, seen: null, by },
    'publish-settings': { settings: DEFAULT_SETTINGS, reason: 'Asked', by, policy: 2 },
    'discard-profile-draft': { type: 'technology', seen: '2026-01-01T00:00:00.000Z', by },
    'discard-settings-draft': { seen: '2026-01-01T00:00:00.000Z', by },
    'triage-choices': {},
    'preview-triage': { act: SET_TYPE, companyIds: [companyId] },
    'apply-triage': { act: SET_TYPE, by, at: new Date().toISOString(), companies: [seenAsSuch(companyId)] },
  };
  // what is done to many from a page needs a person whom HubSpot has signed, so that only the OAuth edition does it
  const ada = { userId: '7', email: by };
  const person = edition === 'oauth' ? { ...ada, installer: ada, isInstaller: true } : null;
  const ask = (operation: string, input: object) => () =>
    answered(answerCall(() => ({ ...context, edition, person, jobs: JOBS }), { operation, input }));
  const { 'save-scorecard': save, 'undo-save': undo, ...rest } = inputs;
  const ofJobs = ['start-rejudging', 'read-jobs', 'pause-job', 'resume-job'] as const;
  const ofMany = ['triage-choices', 'preview-triage', 'apply-triage', ...ofJobs] as const;
  const others = Object.entries(rest).filter(([name]) => !ofMany.some((each) => each === name));
  const completeExecution = async () => {
    const order = { appId: 4711, definitionId: '1', objectType: 'companies', objectId: companyId };
    const { callbackId } = await portal.sandbox.actions.fire(order);
    await completeCallback(context.crm, callbackId, { hs_execution_state: 'SUCCESS' });
  };
  const undoLast = async () => {
    const last = await readHistory(context, { companyId });
    await ask('undo-save', { ...undo, save: last.undo?.key })();
  };
  const nightOfReview = async () => {
    await editOutside(portal, companyId, { ipp_review_due: '2020-01-31' });
    await nightly(portal);
    // finds the task that the first run made
    await nightly(portal);
  };
  const bytes = new TextEncoder().encode(`record_id,customer_overlap\n${companyId},4\n`);
  return [
    () => install(context, { types: ['technology', 'reseller'], extent: 'portal', edition }),
    ask('save-scorecard', save),
    nightOfReview,
    undoLast,
    // brings the save back, for what follows
    undoLast,
    ...others.map(([operation, input]) => ask(operation, input)),
    ...(person === null ? [] : ofMany.map((operation) => ask(operation, inputs[operation]))),
    () => syncDeals(context),
    () => importScorecards(context, { bytes, by, apply: true }),
    () => exportScorecards(context, () => Promise.resolve()),
    () => examine(portal, { repair: true }),
    ...(edition === 'oauth' ? [completeExecution] : []),
    () => uninstall(context, { deleteValues: true, keepLog: () => Promise.resolve(), edition }),
  ];
}

async function answered(answer: Promise<Answer>): Promise<void> {
  const given = await answer;
  // the OAuth edition keeps no policy in HubSpot, and the drafts are others than these inputs have seen
  if ('error' in given && !['no-home', 'policy-moved'].includes(given.error.code))
    throw new Error(given.error.message);
}

async function scopesOf(edition: EditionName): Promise<string[]> {
  const { app } = await planEdition(ROOT, edition, 'sandbox');
  const { config } = app.description as {
    config: { auth: { requiredScopes: string[]; optionalScopes?: string[] } };
  };
  return [...config.auth.requiredScopes, ...(config.auth.optionalScopes ?? [])];
}
