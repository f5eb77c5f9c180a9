import type { CrmRequest } from '../../../src/crm/client/request.ts';
import { type CompanyRecord, readRecord } from '../../../src/crm/company-record.ts';
import type { SaveAnswer } from '../../../src/contract/scorecard-record.ts';
import { importScorecards } from '../../../src/usecases/csv/import.ts';
import type { ImportReport } from '../../../src/usecases/csv/report.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Random, seededRandom } from '../../../sandbox/demo/random.ts';
import type { Portal } from '../../portal.ts';
import { csv } from '../csv/csv-files.ts';
import { type Act, type Call, runSchedule } from './schedules.ts';

/** What everybody saw before anything happened: 305, fast, between both other lanes. */
export const START: Readonly<Record<string, number>> = {
  customer_overlap: 3,
  product_complementarity: 2,
  distribution_reach: 3,
  technical_readiness: 4,
  commercial_alignment: 4,
  strategic_fit: 3,
};
export const CONTESTED = ['customer_overlap', 'distribution_reach'] as const;
const SAVERS = ['ann', 'bob', 'cleo', 'dora'] as const;
const CLEARER = 'zoe';
export const IMPORTER = 'ines';
export const OUTSIDE = 'outside';

/** A schedule as it went, with what it left in the CRM. */
export interface Played {
  calls: Call[];
  /** Per actor what it was answered; several for a request that came twice. */
  answers: Map<string, SaveAnswer[]>;
  report: ImportReport | null;
  /** Per actor and field the value that it saw. */
  seen: (actor: string, field: string) => string;
  /** Who really wrote, by the time of the write. */
  writers: ReadonlyMap<number, { actor: string; isLate: boolean }>;
  record: CompanyRecord;
  companyId: string;
}

/** What the actors of a schedule were answered. */
interface Answered {
  answers: Map<string, SaveAnswer[]>;
  report: ImportReport | null;
}

/** Draws who acts and what each wants, and runs them side by side. @param scored the properties of a company scored as `START` */
export async function playSchedule(
  portal: Portal,
  scored: Readonly<Record<string, string>>,
  seed: number,
): Promise<Played> {
  const random = seededRandom(seed);
  const { id: companyId, createdAt } = await createAsApp(portal, scored);
  const answered: Answered = { answers: new Map(), report: null };
  const actors = {
    ...drawSavers(portal, companyId, random, answered),
    ...drawOthers(portal, companyId, random, answered),
  };
  const gate = {
    send: (request: CrmRequest) =>
      isOutside(request) ? portal.outside.send(request) : portal.app.send(request),
  };
  const lateness = random.whole(0, 2) === 0 ? 4 : 0;
  const calls = await runSchedule(gate, actors, (below) => random.whole(0, below - 1), lateness);
  const record = await readRecord(portal.context, companyId);
  const writers = writersOf(calls);
  // A write that changed nothing answers the time of the one before.
  writers.delete(Date.parse(createdAt));
  return { ...answered, calls, seen: seenBy(calls), writers, record, companyId };
}

/** Some savers of the same fields, of whom one may send the same request twice. */
function drawSavers(
  portal: Portal,
  companyId: string,
  random: Random,
  { answers }: Answered,
): Record<string, Act> {
  const actors: Record<string, Act> = {};
  for (const by of SAVERS.slice(0, random.whole(2, SAVERS.length))) {
    const fields = random.whole(0, 2) === 0 ? CONTESTED : [random.pick(CONTESTED)];
    const changes = Object.fromEntries(
      fields.map((field) => [field, { seen: START[field], value: random.whole(1, 5) }]),
    );
    const save: Act = async (crm) => {
      const answer = await settled(saveScorecard({ ...portal.context, crm }, { companyId, changes, by }));
      if (answer !== null) answers.set(by, [...(answers.get(by) ?? []), answer]);
    };
    actors[by] = save;
    if (random.whole(0, 5) === 0) actors[`${by} again`] = save;
  }
  return actors;
}

/** A clearing, an import, and an edit past the app, each in some schedules. */
function drawOthers(
  portal: Portal,
  companyId: string,
  random: Random,
  answered: Answered,
): Record<string, Act> {
  const actors: Record<string, Act> = {};
  if (random.whole(0, 3) === 0)
    actors[CLEARER] = async (crm) => {
      const answer = await settled(clearScorecard({ ...portal.context, crm }, { companyId, by: CLEARER }));
      if (answer !== null) answered.answers.set(CLEARER, [answer]);
    };
  if (random.whole(0, 3) === 0) {
    const field = random.pick(CONTESTED);
    const bytes = new TextEncoder().encode(csv(['record_id', field], [companyId, random.whole(1, 5)]));
    actors[IMPORTER] = async (crm) => {
      const request = { bytes, by: IMPORTER, apply: true };
      answered.report = await settled(importScorecards({ ...portal.context, crm }, request));
    };
  }
  if (random.whole(0, 2) === 0) {
    const [field, value] = [random.pick(CONTESTED), random.whole(1, 5)];
    actors[OUTSIDE] = async (crm) => {
      const path = `/crm/objects/2026-09/companies/${companyId}`;
      const properties = { [`ipp_${field}`]: String(value) };
      await settled(crm.send({ method: 'PATCH', path, body: { properties } }));
    };
  }
  return actors;
}

/** Our app has scored it, so that the history of the start is our app's. */
async function createAsApp(portal: Portal, properties: Readonly<Record<string, string>>) {
  const body = { properties: { name: 'Brightdesk', ...properties } };
  const created = await portal.app.send({ method: 'POST', path: '/crm/objects/2026-09/companies', body });
  return created as { id: string; createdAt: string };
}

/** Everything of ours stamps who saves, or judges; an edit past the app is one property. */
function isOutside({ method, body }: { method: string; body?: object }): boolean {
  const properties = Object.keys((body as { properties?: object } | undefined)?.properties ?? {});
  return (
    method === 'PATCH' &&
    properties.length === 1 &&
    CONTESTED.some((field) => `ipp_${field}` === properties[0])
  );
}

/** A save that gives up has no answer to hold against anything. */
async function settled<Answer>(work: Promise<Answer>): Promise<Answer | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && error.name === 'CrmError') return null;
    throw error;
  }
}

/** What a response says of one record, or of each of a batch. */
interface Batch {
  updatedAt?: string;
  properties?: Record<string, string | null>;
  results?: Batch[];
}

/** Savers saw the start; a clearing and an import see what they read first. */
function seenBy(calls: readonly Call[]): Played['seen'] {
  const first = new Map<string, Record<string, string | null>>();
  for (const { actor, answer } of calls) {
    const { properties, results } = (answer ?? {}) as Batch;
    const read = properties ?? results?.[0]?.properties;
    if (read !== undefined && 'ipp_distribution_reach' in read && !first.has(actor)) first.set(actor, read);
  }
  return (actor, field) =>
    actor === CLEARER || actor === IMPORTER
      ? (first.get(actor)?.[`ipp_${field}`] ?? '')
      : String(START[field]);
}

/** Who really wrote at a time, and whether that write was late. */
function writersOf(calls: readonly Call[]): Map<number, { actor: string; isLate: boolean }> {
  const writers = new Map<number, { actor: string; isLate: boolean }>();
  for (const { actor, request, answer, isLate } of calls) {
    if (request.method === 'GET' || /read$|search$/.test(request.path)) continue;
    const { updatedAt, results } = (answer ?? {}) as Batch;
    const at = updatedAt ?? results?.[0]?.updatedAt;
    // A write that changed nothing answers the time of the one before.
    if (at !== undefined && !writers.has(Date.parse(at)))
      writers.set(Date.parse(at), { actor: actor.replace(/ (again|\(late\))/g, ''), isLate });
  }
  return writers;
}
