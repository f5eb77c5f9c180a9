import assert from 'node:assert/strict';

import { authorOf } from '../../../src/crm/authorship.ts';
import type { HistoryEntry } from '../../../src/crm/companies.ts';
import { readRecord } from '../../../src/crm/company-record.ts';
import type { FieldValue } from '../../../src/icp/fields.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import type { Portal } from '../../portal.ts';
import { CONTESTED, IMPORTER, OUTSIDE, type Played, START, playSchedule } from './play-schedule.ts';
import { firstTime } from './scoring.ts';

/** What came of one schedule. */
interface Explored {
  /** Late writes that arrived. What they replace is told by nobody. */
  late: number;
  /** Values that were replaced unseen, and told. */
  told: number;
  /** Fields that were written and changed before they were read back. */
  changedSince: number;
}

/** Explores the schedules of every seed from the first to the last. @returns the sums of what came of them */
export async function exploreAll(portal: Portal, first: number, last: number): Promise<Explored> {
  const companyId = await portal.createCompany();
  await saveScorecard(portal.context, { companyId, changes: firstTime(START), by: 'ann' });
  const scored = await portal.stored(companyId);
  const sums = { late: 0, told: 0, changedSince: 0 };
  for (let seed = first; seed <= last; seed++) {
    const { late, told, changedSince } = await explore(portal, scored, seed);
    sums.late += late;
    sums.told += told;
    sums.changedSince += changedSince;
  }
  return sums;
}

/**
 * Plays one schedule, drawn from the seed: up to four savers, requests that come twice, writes that arrive late, a clearing,
 * an import, and edits past the app. Then holds what the answers said against the history.
 *
 * @param scored the properties of a company scored as `START`
 * @throws Error that names the seed
 */
async function explore(
  portal: Portal,
  scored: Readonly<Record<string, string>>,
  seed: number,
): Promise<Explored> {
  const played = await playSchedule(portal, scored, seed);
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

/** The calls as they came, and the histories that they left. */
function storyOf({ calls, writers, record }: Played): string {
  const writes = calls.map(({ actor, isLate, request: { method, path, body } }) => {
    const properties = Object.entries(
      (body as { properties?: Record<string, string> } | undefined)?.properties ?? {},
    );
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
