// Started by events.ts: fifty portals behind one address, each a sandbox of its own.
import { constants, setPriority } from 'node:os';

import { type SandboxCrm, startSandboxCrm } from '../../sandbox/hubspot/start-sandbox-crm.ts';
import { openContext } from '../../src/usecases/context.ts';
import { install } from '../../src/usecases/install/install.ts';
import { saveScorecard } from '../../src/usecases/scorecard/save.ts';
import { servePortals } from '../portals-by-token.ts';
import { workflowTool } from '../worked-example.ts';
import { APP_ID, COMPANIES, FIRST_PORTAL, PERSON_TOKEN, PORTALS, tokenOf } from './portals-of-events.ts';

const OBJECTS = '/crm/objects/2026-09/companies';
const BATCH = 100;

function start(portalId: number, isLimited: boolean, loadFrom?: unknown): Promise<SandboxCrm> {
  const app = {
    token: tokenOf(portalId),
    sourceType: 'INTEGRATION',
    sourceId: String(APP_ID),
    isOAuth: true,
  };
  const person = { token: PERSON_TOKEN, sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 };
  return startSandboxCrm({
    ...{ tokens: [app, person] as never, account: { portalId, timeZone: 'Etc/UTC' } },
    owners: [{ id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' }],
    limits: isLimited ? 'on' : 'off',
    ...(loadFrom !== undefined && { loadFrom }),
  });
}

async function call<Answer>(crm: SandboxCrm, token: string, path: string, body: object): Promise<Answer> {
  const response = await fetch(`${crm.baseUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

interface Records {
  results: { id: string; properties: Record<string, string | null> }[];
}

/** A portal with companies of which somebody edited a rating: their verdicts are those of before. */
async function furnished(): Promise<{ saved: unknown; ids: string[]; total: string }> {
  const crm = await start(FIRST_PORTAL, false);
  const token = tokenOf(FIRST_PORTAL);
  const context = openContext(() => ({ baseUrl: crm.baseUrl, accessToken: token }));
  await install(context);
  const [before, after] = (
    await call<Records>(crm, PERSON_TOKEN, `${OBJECTS}/batch/create`, {
      inputs: [{ properties: { name: 'Before' } }, { properties: { name: 'After' } }],
    })
  ).results.map(({ id }) => id) as [string, string];
  const rated = (fit: number) =>
    Object.fromEntries(
      Object.entries({ ...workflowTool, strategic_fit: fit }).map(([name, value]) => [
        name,
        { seen: null, value },
      ]),
    );
  await saveScorecard(context, { companyId: before, changes: rated(5), by: 'ada@example.com' });
  await saveScorecard(context, { companyId: after, changes: rated(1), by: 'ada@example.com' });
  const definitions = await fetch(`${crm.baseUrl}/crm/properties/2026-09/companies`, {
    headers: { authorization: `Bearer ${PERSON_TOKEN}` },
  });
  const { results } = (await definitions.json()) as { results: { name: string }[] };
  const properties = results.map(({ name }) => name).filter((name) => name.startsWith('ipp_'));
  const read = await call<Records>(crm, PERSON_TOKEN, `${OBJECTS}/batch/read`, {
    ...{ inputs: [{ id: before }, { id: after }], properties },
  });
  const valuesOf = (id: string) =>
    Object.fromEntries(
      Object.entries(read.results.find((each) => each.id === id)?.properties ?? {}).filter(
        ([name, value]) => name.startsWith('ipp_') && (value ?? '') !== '',
      ),
    ) as Record<string, string>;
  const stale = { ...valuesOf(before), ipp_strategic_fit: '1' };
  const ids: string[] = [];
  for (let done = 0; done < COMPANIES; done += BATCH) {
    const inputs = Array.from({ length: Math.min(BATCH, COMPANIES - done) }, (_, index) => ({
      properties: { name: `Partner ${done + index}`, ...stale },
    }));
    const created = await call<Records>(crm, PERSON_TOKEN, `${OBJECTS}/batch/create`, { inputs });
    ids.push(...created.results.map(({ id }) => id));
  }
  const saved = crm.portal.dump();
  await crm.close();
  return { saved, ids, total: valuesOf(after)['ipp_total'] ?? '' };
}

// HubSpot takes no time of our processors
setPriority(constants.priority.PRIORITY_LOW);
const { saved, ids, total } = await furnished();
const portals = new Map<string, SandboxCrm>();
for (let portalId = FIRST_PORTAL; portalId < FIRST_PORTAL + PORTALS; portalId += 1)
  portals.set(tokenOf(portalId), await start(portalId, true, saved));

/** How many companies still show the verdict of before, and how many calls were made and refused for the limit. */
async function stand(): Promise<{ wrong: number; calls: number; limited: number }> {
  let wrong = 0;
  let calls = 0;
  let limited = 0;
  for (const crm of portals.values()) {
    const ours = crm.journal.entries().filter(({ actor }) => actor === String(APP_ID));
    calls += ours.length;
    limited += ours.filter(({ status }) => status === 429).length;
    for (let done = 0; done < ids.length; done += BATCH) {
      const inputs = ids.slice(done, done + BATCH).map((id) => ({ id }));
      const body = { inputs, properties: ['ipp_total'] };
      const read = await call<Records>(crm, PERSON_TOKEN, `${OBJECTS}/batch/read`, body);
      wrong += read.results.filter(({ properties }) => properties['ipp_total'] !== total).length;
    }
  }
  return { wrong, calls, limited };
}

process.on('disconnect', () => process.exit());
process.on('message', () => void stand().then((answer) => process.send?.(answer)));
process.send?.({ baseUrl: await servePortals(portals), ids });
