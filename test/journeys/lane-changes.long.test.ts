import type { FieldValue } from '../../src/icp/fields.ts';
import type { ScorecardRecord } from '../../src/contract/scorecard-record.ts';
import { startAutomation } from '../../sandbox/automation/start-automation.ts';
import { propertyRoles } from '../../sandbox/property-roles.ts';
import type { Rule } from '../../sandbox/workbench/pages/automation/automation.ts';
import { companyRecordIn, propertyIn } from '../../sandbox/workbench/pages/crm-objects.ts';
import { timelineOf } from '../../sandbox/workbench/pages/timeline/timeline.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { saveScorecard } from '../../src/usecases/scorecard/save.ts';
import { type Portal, openPortal } from '../portal.ts';

const COMPANIES = 60;
const SAVES_EACH = 20;
const AUTOMATION_TOKEN = 'test-automation-token';
const DIMENSIONS = [
  'customer_overlap',
  'product_complementarity',
  'distribution_reach',
  'technical_readiness',
];

const RULES: readonly Rule[] = ['deep', 'fast', 'pass', 'undecided'].map((lane) => ({
  id: lane,
  name: lane,
  isOn: true,
  reEnrol: true,
  when: { objectType: 'companies', property: 'ipp_lane', becomes: lane },
  then: { createTask: { subject: lane } },
}));

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({
    tokens: [
      { token: 'test-app-token', sourceType: 'INTEGRATION', sourceId: '4711' },
      { token: 'test-user-token', sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 },
      { token: AUTOMATION_TOKEN, sourceType: 'AUTOMATION_PLATFORM', sourceId: 'rules' },
    ],
  });
});
afterAll(() => portal.close());

test('over 1,200 random saves history, timeline and rules count exactly the real lane changes', async () => {
  const { events, baseUrl } = portal.sandbox;
  const automation = startAutomation({
    events,
    crmBaseUrl: baseUrl,
    token: AUTOMATION_TOKEN,
    now: () => new Date(),
    rules: RULES,
  });
  const random = randomFrom(20261122);
  const counted = { real: 0, history: 0, timeline: 0 };

  for (let index = 0; index < COMPANIES; index++) {
    const companyId = await portal.createCompany();
    counted.real += await saveAtRandom(companyId, random);
    const told = await toldOf(companyId);
    counted.history += told.history;
    counted.timeline += told.timeline;
  }
  await automation.settled();
  await automation.close();

  expect(counted.real).toBeGreaterThan(300);
  expect({ ...counted, fired: await taskCount() }).toEqual({
    real: counted.real,
    history: counted.real,
    timeline: counted.real,
    fired: counted.real,
  });
}, 240_000);

/** @returns how often the lane of the answers changed */
async function saveAtRandom(companyId: string, random: (below: number) => number): Promise<number> {
  let laneChanges = 0;
  let lane: string | null = null;
  let record: ScorecardRecord | null = null;
  for (let save = 0; save < SAVES_EACH; save++) {
    const field = random(6) === 0 ? 'check_vanity_logo' : (DIMENSIONS[random(DIMENSIONS.length)] ?? '');
    const value: FieldValue = field.startsWith('check_')
      ? random(2) === 0
        ? 'flagged'
        : 'clear'
      : random(5) + 1;
    const seen = seenIn(record, field);
    const changes = { [field]: { seen, value } };
    record = await saveScorecard(portal.context, { companyId, changes, by: `person-${random(3)}` });
    const now: string | null = record.verdict?.lane ?? null;
    if (now !== lane) laneChanges += 1;
    lane = now;
  }
  return laneChanges;
}

function seenIn(record: ScorecardRecord | null, field: string): FieldValue {
  if (field === 'check_vanity_logo') return record?.scorecard.checks['vanity-logo']?.state ?? 'open';
  return record?.scorecard.ratings[field] ?? null;
}

async function toldOf(companyId: string): Promise<{ history: number; timeline: number }> {
  const definitions = (await portal.outside.send({
    method: 'GET',
    path: '/crm/properties/2026-09/companies',
  })) as { results: { name: string }[] };
  const names = definitions.results.map(({ name }) => name).filter((name) => name.startsWith('ipp_'));
  const query = { properties: names.join(','), propertiesWithHistory: names.join(',') };
  const path = `/crm/objects/2026-09/companies/${companyId}`;
  const { history } = companyRecordIn(await portal.outside.send({ method: 'GET', path, query }));
  const properties = definitions.results.map((definition) => propertyIn(definition));
  const words = {
    valueText: (_: unknown, value: string) => value,
    personOf: () => '',
    nameOfAddress: (address: string) => address,
    throughText: ({ source }: { source: string }) => source,
    appName: 'Partner ICP',
    roles: propertyRoles(SHIPPED_PROFILES),
  };
  const entries = timelineOf(history, properties, words);
  return {
    history: history['ipp_lane']?.length ?? 0,
    timeline: entries.filter(({ kind }) => kind === 'lane').length,
  };
}

async function taskCount(): Promise<number> {
  const path = '/crm/objects/2026-09/tasks/search';
  const body = { filterGroups: [], properties: [], limit: 1, sorts: [], after: '0' };
  return ((await portal.outside.send({ method: 'POST', path, body, repeat: 'reads' })) as { total: number })
    .total;
}

/** The same saves in every run: a failure can be looked at again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
