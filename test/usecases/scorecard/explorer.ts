import assert from 'node:assert/strict';

import { authorOf } from '../../../src/crm/authorship.ts';
import type { HistoryEntry } from '../../../src/crm/companies.ts';
import { type CompanyRecord, readRecord } from '../../../src/crm/company-record.ts';
import type { FieldValue } from '../../../src/icp/fields.ts';
import type { SaveAnswer } from '../../../src/contract/scorecard-record.ts';
import { importScorecards } from '../../../src/usecases/csv/import.ts';
import type { ImportReport } from '../../../src/usecases/csv/report.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { seededRandom } from '../../../sandbox/demo/random.ts';
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
const CONTESTED = ['customer_overlap', 'distribution_reach'] as const;
const SAVERS = ['ann', 'bob', 'cleo', 'dora'] as const;
const CLEARER = 'zoe';
const IMPORTER = 'ines';
const OUTSIDE = 'outside';

/** What came of one schedule. */
export interface Explored {
  /** Late writes that arrived. What they replace is told by nobody. */
  late: number;
  /** Values that were replaced unseen, and told. */
  told: number;
  /** Fields that were written and changed before they were read back. */
  changedSince: number;
}

interface Played {
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

/**
 * Plays one schedule, drawn from the seed: up to four savers, requests that come twice, writes that arrive late, a clearing,
 * an import, and edits past the app. Then holds what the answers said against the history.
 *
 * @param scored the properties of a company scored as `START`
 * @throws Error that names the seed
 */
export async function explore(
  portal: Portal,
  scored: Readonly<Record<string, string>>,
  seed: number,
): Promise<Explored> {
  const played = await play(portal, scored, seed);
  const explored = { late: 0, told: 0, changedSince: 0 };
  try {
    explored.late = played.calls.filter(({ isLate }) => isLate).length;
    explored.told = checkOverwrites(played);
    explored.changedSince = checkOutcomes(played);
    checkAuthors(played);
    await checkRest(portal, played);
  } catch (cause) {
    throw new Error(`the schedule of seed ${seed}: ${String(cause)}\n${storyOf(played)}`, { cause });
  }
  return explored;
}

async function play(portal: Portal, scored: Readonly<Record<string, string>>, seed: number): Promise<Played> {
  const random = seededRandom(seed);
  const { id: companyId, createdAt } = await createAsApp(portal, scored);
  const answers = new Map<string, SaveAnswer[]>();
  let report: ImportReport | null = null;
  const actors: Record<string, Act> = {};
  const edits = () => {
    const fields = random.whole(0, 2) === 0 ? CONTESTED : [random.pick(CONTESTED)];
    return Object.fromEntries(fields.map((field) => [field, random.whole(1, 5)]));
  };
  const save = (by: string, wanted: Readonly<Record<string, number>>): Act => {
    const changes = Object.fromEntries(
      Object.entries(wanted).map(([field, value]) => [field, { seen: START[field], value }]),
    );
    return async (crm) => {
      const context = { ...portal.context, crm };
      const answer = await settled(saveScorecard(context, { companyId, changes, by }));
      if (answer !== null) answers.set(by, [...(answers.get(by) ?? []), answer]);
    };
  };
  for (const by of SAVERS.slice(0, random.whole(2, SAVERS.length))) {
    const wanted = edits();
    actors[by] = save(by, wanted);
    if (random.whole(0, 5) === 0) actors[`${by} again`] = actors[by];
  }
  if (random.whole(0, 3) === 0)
    actors[CLEARER] = async (crm) => {
      const answer = await settled(clearScorecard({ ...portal.context, crm }, { companyId, by: CLEARER }));
      if (answer !== null) answers.set(CLEARER, [answer]);
    };
  if (random.whole(0, 3) === 0) {
    const field = random.pick(CONTESTED);
    const bytes = new TextEncoder().encode(csv(['record_id', field], [companyId, random.whole(1, 5)]));
    actors[IMPORTER] = async (crm) => {
      const request = { bytes, by: IMPORTER, apply: true };
      report = await settled(importScorecards({ ...portal.context, crm }, request));
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
  const gate = {
    send: (request: Parameters<typeof portal.app.send>[0]) =>
      isOutside(request) ? portal.outside.send(request) : portal.app.send(request),
  };
  const lateness = random.whole(0, 2) === 0 ? 4 : 0;
  const calls = await runSchedule(gate, actors, (below) => random.whole(0, below - 1), lateness);
  const record = await readRecord(portal.context, companyId);
  const writers = writersOf(calls);
  // A write that changed nothing answers the time of the one before.
  writers.delete(Date.parse(createdAt));
  return { calls, answers, report, seen: seenBy(calls), writers, record, companyId };
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

interface Batch {
  id?: string;
  updatedAt?: string;
  properties?: Record<string, string | null>;
  results?: Batch[];
}

/** The calls as they came, and the histories that they left. */
function storyOf({ calls, writers, record }: Played): string {
  const writes = calls.map(({ actor, isLate, request: { method, path, body } }) => {
    const properties = Object.entries((body as Batch | undefined)?.properties ?? {});
    const named = properties.filter(([name]) => name.startsWith('ipp_'));
    return `${actor}${isLate ? ' (late)' : ''}: ${method} ${path.split('/').at(-1) ?? ''} ${named.map((pair) => pair.join('=')).join(' ')}`;
  });
  const histories = [...CONTESTED, 'scored_by', 'lane', 'previous_lane'].map((field) => {
    const entries = (record.history[field] ?? []).map(
      ({ value, timestamp }) => `${value} (${writers.get(Date.parse(timestamp))?.actor ?? 'start'})`,
    );
    return `${field}: ${entries.join(', ')}`;
  });
  return [...writes, ...histories].join('\n');
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

/** Two entries of which the newer replaced the older. */
interface Replacement {
  field: string;
  older: HistoryEntry;
  newer: HistoryEntry;
}

function replacementsIn({ record }: Played): Replacement[] {
  return CONTESTED.flatMap((field) => {
    const history = record.history[field] ?? [];
    return history.flatMap((newer, index) => {
      const older = history[index + 1];
      return older === undefined || older.value === newer.value ? [] : [{ field, older, newer }];
    });
  });
}

/** Whoever replaced a value unseen was told whose it was, and nobody was told anything else. */
function checkOverwrites(played: Played): number {
  const { writers } = played;
  const writerOf = ({ timestamp }: HistoryEntry) => writers.get(Date.parse(timestamp));
  const replacements = replacementsIn(played).flatMap(({ field, older, newer }) => {
    const [by, whose] = [writerOf(newer), writerOf(older)];
    if (by === undefined || by.actor === OUTSIDE || whose?.actor === by.actor) return [];
    if (older.value === played.seen(by.actor, field)) return [];
    return [{ field, lost: older.value, by, whose: whose?.actor ?? 'start' }];
  });
  let told = 0;
  for (const { field, lost, by, whose } of replacements) {
    if (by.isLate) continue;
    const isTold = toldTo(by.actor, played).some(
      (one) => one.field === field && textOf(one.lost) === lost && one.whose === whose,
    );
    if (by.actor === IMPORTER ? played.report === null : !played.answers.has(by.actor)) continue;
    assert.ok(isTold, `${by.actor} replaced ${whose}'s ${field}=${lost} and was not told`);
    told += 1;
  }
  for (const actor of [...played.answers.keys(), IMPORTER])
    for (const one of toldTo(actor, played))
      assert.ok(
        replacements.some(
          ({ field, lost, by, whose }) =>
            by.actor === actor && field === one.field && lost === textOf(one.lost) && whose === one.whose,
        ),
        `${actor} was told to have replaced ${one.whose}'s ${one.field}=${textOf(one.lost)}, and did not`,
      );
  return told;
}

interface Told {
  field: string;
  lost: FieldValue;
  whose: string;
}

function toldTo(actor: string, { answers, report }: Played): Told[] {
  if (actor !== IMPORTER)
    return (answers.get(actor) ?? []).flatMap(({ overwrote }) =>
      overwrote.map(({ field, lost, change }) => ({ field, lost, whose: change.by ?? OUTSIDE })),
    );
  return (report?.warnings ?? []).flatMap(({ column, message }) => {
    const found = /^the row replaced (?<lost>\d|an empty cell), which (?<who>.+) wrote while/.exec(
      message,
    )?.groups;
    if (found === undefined) return [];
    const whose = found['who'] === 'somebody outside the app' ? OUTSIDE : (found['who'] ?? '');
    return [
      { field: column ?? '', lost: found['lost'] === 'an empty cell' ? null : Number(found['lost']), whose },
    ];
  });
}

function textOf(value: FieldValue): string {
  return value === null ? '' : String(value);
}

/** Whoever was answered success, or that a value was changed since, had the value in the CRM. Answers how many were changed. */
function checkOutcomes({ answers, record }: Played): number {
  let changedSince = 0;
  for (const [actor, all] of answers)
    for (const { conflicts } of all)
      for (const { field, written, wanted } of conflicts) {
        if (!written) continue;
        changedSince += 1;
        const isKept = (record.history[field] ?? []).some(({ value }) => value === textOf(wanted));
        assert.ok(isKept, `${actor} was told that ${field} was written, and it was not`);
      }
  return changedSince;
}

/** The author of every entry is the one who wrote it. */
function checkAuthors({ record, writers }: Played): void {
  for (const field of CONTESTED)
    for (const entry of record.history[field] ?? []) {
      const writer = writers.get(Date.parse(entry.timestamp));
      if (writer === undefined) continue;
      const { by, source } = authorOf(entry, record);
      const told = source === 'our app' ? by : OUTSIDE;
      assert.equal(told, writer.actor, `${field}=${entry.value}`);
    }
}

/**
 * The verdict follows from the inputs, and the lane before is the one before. After an edit past the app or a late write that
 * may need an Update, which is a save without changes.
 */
async function checkRest(portal: Portal, { calls, companyId }: Played): Promise<void> {
  const isDisturbed = calls.some(({ actor, isLate }) => actor === OUTSIDE || isLate);
  if (isDisturbed) await saveScorecard(portal.context, { companyId, changes: {}, by: 'nobody' });
  const { drift, state } = await loadScorecard(portal.context, { companyId });
  assert.deepEqual(drift, [], 'the verdict does not follow');
  const rest = await readRecord(portal.context, companyId);
  const [current, ...earlier] = rest.history['lane'] ?? [];
  const before = earlier.find(({ value }) => value !== current?.value);
  if (state === 'judged' && before !== undefined)
    assert.equal(rest.texts['previous_lane'] ?? '', before.value, 'the lane before is another one');
}
