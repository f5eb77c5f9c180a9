import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { KEPT_MS, keepInstallation } from '../../../src/crm/installation.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { scoredCompany } from './scoring.ts';

const OWNERS = '/crm/owners/2026-09';

function owner(id: number, email: string, firstName: string, lastName: string) {
  return { id: String(id), userId: id, email, firstName, lastName };
}

const JANE = owner(1, 'Jane@Example.com', 'Jane', 'Doe');
const MATEO = owner(2, 'mateo@example.com', 'Mateo', 'Ruiz');
const OTHER = owner(3, 'other@example.com', 'Not', 'Named here');

let portal: Portal;
afterEach(() => portal.close());

/** A portal with these owners, as an app sees it that has just started. */
async function opened(owners: readonly ReturnType<typeof owner>[]) {
  portal = await openPortal({ owners });
  let time = 0;
  const context = { ...portal.context, installation: keepInstallation(() => time) };
  return { context, pass: (ms: number) => (time += ms) };
}

const ownerCalls = (calls: readonly string[]) => calls.filter((call) => call === `GET ${OWNERS}`);

test('a record names the people who worked on it, reviewed it and overrode it, and nobody else', async () => {
  const { context } = await opened([JANE, MATEO, OTHER]);
  const companyId = await scoredCompany(portal);
  await saveScorecard(context, {
    companyId,
    changes: { strategic_fit: { seen: 4, value: 5 } },
    by: 'JANE@example.com',
  });
  await editOutside(portal, companyId, { ipp_override_by: 'mateo@example.com' });

  const { names } = await loadScorecard(context, { companyId });

  expect(names).toEqual({ 'jane@example.com': 'Jane Doe', 'mateo@example.com': 'Mateo Ruiz' });
});

test('saving and clearing answer the names too, also as the first call of an instance', async () => {
  const { context } = await opened([MATEO]);
  const companyId = await scoredCompany(portal);
  const by = 'mateo@example.com';

  const changes = { strategic_fit: { seen: 4, value: 5 } };
  const saved = await saveScorecard(context, { companyId, changes, by });
  const fresh = { ...context, installation: keepInstallation(() => 0) };
  const cleared = await clearScorecard(fresh, { companyId, by });

  expect([saved.names, cleared.names]).toEqual([{ [by]: 'Mateo Ruiz' }, { [by]: 'Mateo Ruiz' }]);
});

test('owners are read once in five minutes, also by calls at the same time', async () => {
  const { context, pass } = await opened([JANE]);
  const companyId = await scoredCompany(portal);
  const load = () => loadScorecard(context, { companyId });

  const first = await portal.callsDuring(() => Promise.all([load(), load()]));
  pass(KEPT_MS - 1);
  const warm = await portal.callsDuring(load);
  pass(2);
  const later = await portal.callsDuring(load);

  expect([first, warm, later].map((calls) => ownerCalls(calls).length)).toEqual([1, 0, 1]);
});

test.each<[string, Fault]>([
  ['the app lacks the scope', FAULT_ANSWERS.missingScope],
  ['HubSpot fails', FAULT_ANSWERS.serverError],
  ['HubSpot does not answer', { kind: 'hang', write: 'before' }],
  ['HubSpot answers a page', FAULT_ANSWERS.htmlPage],
])('a load goes on without names where %s, and asks once', async (_, fault) => {
  const { context } = await opened([JANE]);
  const companyId = await scoredCompany(portal);
  portal.sandbox.faults.add(fault, { path: '/crm/owners', times: 9 });

  const calls = await portal.callsDuring(async () => {
    const { state, names } = await loadScorecard(context, { companyId });
    await loadScorecard(context, { companyId });

    expect({ state, names }).toEqual({ state: 'judged', names: {} });
  });

  expect(ownerCalls(calls)).toHaveLength(1);
});

test('the last known names count while owners cannot be read', async () => {
  const { context, pass } = await opened([owner(1, 'ana@example.com', 'Ana', 'Lim')]);
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_scored_by: 'ana@example.com' });
  await loadScorecard(context, { companyId });
  portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { path: '/crm/owners', times: 9 });
  pass(KEPT_MS);

  expect((await loadScorecard(context, { companyId })).names).toEqual({ 'ana@example.com': 'Ana Lim' });
});

test('of thousands of owners at most five pages are read, and a name is one line that can be seen', async () => {
  const many = Array.from({ length: 2_600 }, (_, index) =>
    owner(index + 1, `p${index}@example.com`, 'Person', String(index)),
  );
  const { context } = await opened([
    owner(9_001, 'line@example.com', 'Two\n', '\u200bLines '),
    owner(9_002, 'blank@example.com', '\u200b', ' '),
    ...many,
  ]);
  const companyId = await scoredCompany(portal);
  for (const address of ['line', 'blank', 'p0', 'p2497', 'p2498'])
    await editOutside(portal, companyId, { ipp_scored_by: `${address}@example.com` });

  const calls = await portal.callsDuring(async () => {
    const { names } = await loadScorecard(context, { companyId });

    expect(Object.keys(names).sort()).toEqual(['line@example.com', 'p0@example.com', 'p2497@example.com']);
    expect(names['line@example.com']).toMatch(/^Two\s*.*Lines$/);
  });

  expect(ownerCalls(calls)).toHaveLength(5);
});
