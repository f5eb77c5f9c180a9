import { type Random, seededRandom } from '../../../sandbox/demo/random.ts';
import { openCrm, DEFAULT_TRANSPORT } from '../../../src/crm/client/client.ts';
import type { CrmRequest } from '../../../src/crm/client/request.ts';
import type { ScorecardHistory } from '../../../src/contract/history.ts';
import type { PolicyBody } from '../../../src/contract/policy.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { readHistory } from '../../../src/usecases/history/read-history.ts';
import { APP_TOKEN, type Portal, openPortal } from '../../portal.ts';
import { ada, makeCurrent, otherTechnology } from '../policy/published.ts';
import { omar } from '../scorecard/scoring.ts';
import { type Partner, type Stage, actOn } from './random-acts.ts';

const TOKENS = [
  { token: APP_TOKEN, sourceType: 'INTEGRATION', sourceId: '4711' },
  { token: 'test-user-token', sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 },
  { token: 'test-import-token', sourceType: 'IMPORT', sourceId: 'partners.csv' },
  { token: 'test-workflow-token', sourceType: 'AUTOMATION_PLATFORM', sourceId: 'enrollmentId:1' },
  { token: 'test-other-app', sourceType: 'INTEGRATION', sourceId: '999' },
];
const OWNER = { id: '1', userId: 7, email: omar, firstName: 'Omar', lastName: 'Haddad' };

/** Where a walk happens, and its clock. */
interface Walk extends Stage {
  pass: (minutes: number) => void;
}

/** A portal with two versions of the technology profile, and five ways into it. */
async function openStage(historyKept: 'all' | 20, random: Random): Promise<Walk> {
  let now = new Date('2026-01-01T09:00:00Z');
  const portal = await openPortal({
    ...{ now: () => now, home: true, types: ['technology', 'reseller', 'oem'] },
    ...{ owners: [OWNER], tokens: TOKENS, switches: { historyKept } },
  });
  const { context, sandbox } = portal;
  await makeCurrent(context, otherTechnology(1));
  await makeCurrent(
    context,
    otherTechnology(2, { floors: { deep: 330, fast: 280 } }, [20, 20, 20, 20, 10, 10]),
  );
  const wayOf = (token: string, source: string, by: string | null = null) => {
    const crm = openCrm(
      { baseUrl: sandbox.baseUrl, accessToken: token },
      { ...DEFAULT_TRANSPORT, ...portal.clock },
    );
    return { crm, source, by };
  };
  const { results } = (await portal.outside.send({
    method: 'GET',
    path: '/crm/properties/2026-09/companies',
  })) as { results: { name: string }[] };
  return {
    ...{ portal, random, now: () => now },
    pass: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    publish: (version) => publishAgain(portal, version, now),
    names: results.map(({ name }) => name).filter((name) => name.startsWith('ipp_')),
    ways: [
      wayOf('test-user-token', 'CRM_UI', 'Omar Haddad'),
      wayOf('test-import-token', 'IMPORT'),
      wayOf('test-workflow-token', 'AUTOMATION_PLATFORM'),
      wayOf('test-other-app', 'INTEGRATION 999'),
    ],
  };
}

async function publishAgain(
  { context: { policy, home } }: Portal,
  version: number,
  now: Date,
): Promise<void> {
  const { policy: known } = await policy.read(home);
  const next: PolicyBody = {
    ...{ version: known.version + 1, settings: DEFAULT_SETTINGS },
    current: { ...known.current, technology: version },
    act: { kind: 'published', profile: `technology@${version}` },
  };
  const entry = { by: ada, at: now.toISOString(), reason: 'Tried.' };
  await home.insert({ ...entry, key: `policy@${next.version}`, kind: 'policy', body: JSON.stringify(next) });
  await policy.read(home);
}

/** Acts on partners in turn, at times that are drawn. */
async function playOn(stage: Walk, { companies, acts }: Omit<WalkOptions, 'seed'>): Promise<Partner[]> {
  const partners: Partner[] = [];
  for (let count = 0; count < companies; count++)
    partners.push({
      id: await stage.portal.createCompany(),
      ...{ texts: {}, journal: [], pending: new Set<string>(), last: null },
    });
  while (partners.reduce((sum, { journal }) => sum + journal.length, 0) < acts) {
    stage.pass(stage.random.whole(1, 1_200));
    const partner = stage.random.pick(partners);
    await actOn(stage, partner).catch((error: unknown) => {
      const last = partner.journal.slice(-3).map(({ before: _before, after: _after, ...done }) => done);
      throw new Error(`record ${partner.id} after ${JSON.stringify(last)}`, { cause: error });
    });
  }
  return partners;
}

/** The same portal as it answers at the smaller depth. */
function cutTo20({ context }: Portal): Portal['context'] {
  const send = async (request: CrmRequest) => {
    const answer = await context.crm.send(request);
    const { propertiesWithHistory: histories } = (answer ?? {}) as {
      propertiesWithHistory?: Record<string, unknown[]>;
    };
    for (const entries of Object.values(histories ?? {})) entries.splice(20);
    return answer;
  };
  return { ...context, crm: { send } };
}

interface WalkOptions {
  seed: number;
  companies: number;
  acts: number;
}

/** What was done to each partner, and what its history says of it. */
export interface Walked {
  journal: Partner['journal'];
  history: ScorecardHistory;
  /** The same where HubSpot answers 20 entries of each property. */
  historyCutTo20: ScorecardHistory;
}

/** Plays acts that are drawn from the seed on some partners in turn. @throws Error that names the partner and its last acts */
export async function walk(historyKept: 'all' | 20, options: WalkOptions): Promise<Walked[]> {
  const stage = await openStage(historyKept, seededRandom(options.seed));
  try {
    const walked: Walked[] = [];
    for (const { id, journal } of await playOn(stage, options))
      walked.push({
        journal,
        history: await readHistory(stage.portal.context, { companyId: id }),
        historyCutTo20: await readHistory(cutTo20(stage.portal), { companyId: id }),
      });
    return walked;
  } finally {
    await stage.portal.close();
  }
}
