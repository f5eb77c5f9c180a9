import type { ScorecardRecord } from '../../src/contract/scorecard-record.ts';
import { API_VERSION } from '../../src/crm/client/request.ts';
import { CONTACT_ROLES, type ContactRole } from '../../src/icp/crm-facts.ts';
import { PEOPLE, type PersonId } from './account.ts';
import type { MovableClock } from './demo-crm.ts';
import type { Author, Filled, PlannedRecord, Step } from './step.ts';

/** What seeding needs: the CRM's API with a token per author, the app's operations, the portal's clock. */
export interface SeedAccess {
  crmBaseUrl: string;
  tokenOf: (author: Author) => string;
  /** Calls an operation: `{operation, input}`. */
  callApp: (call: unknown) => Promise<unknown>;
  clock: MovableClock;
}

/** Records of one call. */
const BATCH = 100;

/** Plays the steps, each at its time; then the portal's clock runs at real time. */
export async function seedDemoPortal(access: SeedAccess, steps: readonly Step[]): Promise<void> {
  const ids = new Map<string, string>();
  const scored = new Map<string, Record<string, unknown>>();
  try {
    const roles = await roleLabels(access);
    for (const step of steps) {
      access.clock.moveTo(step.at);
      if (step.kind === 'create') await createRecords(access, step, ids, roles);
      else if (step.kind === 'define')
        await post(access, step.by, `/crm/properties/${API_VERSION}/${step.objectType}`, step.property);
      else if (step.kind === 'edit') await editRecord(access, step, idOf(ids, step.key));
      else if (step.kind === 'call') await callOperation(access, step, ids);
      else if (step.kind === 'decide') await decide(access, step, idOf(ids, step.key));
      else await saveScorecard(access, step, idOf(ids, step.key), scored);
    }
  } finally {
    access.clock.runAtRealTime();
  }
}

/** The ids of the labels of roles, from a contact to its company. */
type RoleLabels = ReadonlyMap<ContactRole, number>;

async function roleLabels({ crmBaseUrl, tokenOf }: SeedAccess): Promise<RoleLabels> {
  const response = await fetch(`${crmBaseUrl}/crm/associations/${API_VERSION}/contacts/companies/labels`, {
    headers: { authorization: `Bearer ${tokenOf(PEOPLE[0].id)}` },
  });
  const { results } = (await response.json()) as { results: { typeId: number; label: string | null }[] };
  return new Map(
    CONTACT_ROLES.flatMap(({ key, label }) =>
      results.flatMap((type) => (type.label === label ? [[key, type.typeId] as const] : [])),
    ),
  );
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo speaks of ${key} before it is there`);
  return id;
}

async function createRecords(
  access: SeedAccess,
  { objectType, records, by }: Extract<Step, { kind: 'create' }>,
  ids: Map<string, string>,
  roles: RoleLabels,
): Promise<void> {
  for (let start = 0; start < records.length; start += BATCH) {
    const batch = records.slice(start, start + BATCH);
    const inputs = batch.map((record) => inputOf(record, ids, roles));
    const answer = await post(access, by, `/crm/objects/${API_VERSION}/${objectType}/batch/create`, {
      inputs,
    });
    const { results } = answer as { results: { id: string }[] };
    // the sandbox answers in the order of the inputs
    for (const [index, { key }] of batch.entries()) ids.set(key, results[index]?.id ?? '');
  }
}

function inputOf(
  { properties, links = [] }: PlannedRecord,
  ids: ReadonlyMap<string, string>,
  labels: RoleLabels,
): object {
  const associations = links.map(({ to, types, roles = [] }) => ({
    to: { id: idOf(ids, to) },
    types: [
      ...types.map((id) => ({ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: id })),
      ...roles.map((role) => ({ associationCategory: 'USER_DEFINED', associationTypeId: labels.get(role) })),
    ],
  }));
  return { properties, associations };
}

function editRecord(
  access: SeedAccess,
  { objectType, properties, by }: Extract<Step, { kind: 'edit' }>,
  id: string,
): Promise<unknown> {
  const path = `/crm/objects/${API_VERSION}/${objectType}/batch/update`;
  return post(access, by, path, { inputs: [{ id, properties }] });
}

/** `seen` values are those of the former save. */
async function saveScorecard(
  { callApp }: SeedAccess,
  { key, filled, by }: Extract<Step, { kind: 'score' }>,
  companyId: string,
  scored: Map<string, Record<string, unknown>>,
): Promise<void> {
  const before = scored.get(key) ?? {};
  scored.set(key, { ...before, ...filled });
  const input = { companyId, changes: changesFrom(before, filled), by: emailOf(by) };
  await requireAnswer(callApp({ operation: 'save-scorecard', input }), `scorecard of ${key}`);
}

/** Decides on what the card would show at that time. */
async function decide(
  { callApp }: SeedAccess,
  { at, key, decision, quarter, reason, askAgainOn, by }: Extract<Step, { kind: 'decide' }>,
  companyId: string,
): Promise<void> {
  const loaded = callApp({ operation: 'load-scorecard', input: { companyId } });
  const { answer } = (await requireAnswer(loaded, `record of ${key}`)) as { answer: ScorecardRecord };
  const { stored, basisNow } = answer.decision;
  const wanted = {
    ...{ decision, decision_quarter: quarter, decision_reason: reason, ask_again_on: askAgainOn },
    decided_at: at.toISOString(),
  };
  const changes = Object.fromEntries(
    Object.entries(wanted).map(([field, value]) => [
      field,
      { seen: stored[field as keyof typeof wanted], value },
    ]),
  );
  const input = { companyId, changes, basis: basisNow, by: emailOf(by) };
  await requireAnswer(callApp({ operation: 'decide', input }), `decision about ${key}`);
}

async function callOperation(
  { callApp }: SeedAccess,
  { operation, input, company, by }: Extract<Step, { kind: 'call' }>,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const of = company === undefined ? {} : { companyId: idOf(ids, company) };
  await requireAnswer(callApp({ operation, input: { ...input, ...of, by: emailOf(by) } }), operation);
}

async function requireAnswer(called: Promise<unknown>, what: string): Promise<unknown> {
  const answered = (await called) as { error?: { message: string } };
  if (answered.error !== undefined)
    throw new Error(`the demo's ${what} was refused: ${answered.error.message}`);
  return answered;
}

function emailOf(by: PersonId): string | undefined {
  return PEOPLE.find(({ id }) => id === by)?.email;
}

function changesFrom(before: Readonly<Record<string, unknown>>, filled: Filled): Record<string, unknown> {
  const changes = Object.entries(filled).map(([field, value]) => ({
    field,
    change: { seen: before[field] ?? emptyValue(field, value), value },
  }));
  const changed = changes.filter(({ change: { seen, value } }) => seen !== value);
  return Object.fromEntries(changed.map(({ field, change }) => [field, change]));
}

function emptyValue(field: string, value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (field.endsWith('_evidence') || field.endsWith('_note')) return '';
  return field.startsWith('check_') ? 'open' : null;
}

/** Calls the CRM's API as somebody. @throws Error when it refuses, also in part */
export async function post(
  { crmBaseUrl, tokenOf }: Pick<SeedAccess, 'crmBaseUrl' | 'tokenOf'>,
  by: Author,
  path: string,
  body: object,
): Promise<unknown> {
  const response = await fetch(crmBaseUrl + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokenOf(by)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  // 207: a batch that succeeded in part
  if (!response.ok || response.status === 207) throw new Error(`the demo was refused at ${path}: ${text}`);
  return JSON.parse(text);
}
