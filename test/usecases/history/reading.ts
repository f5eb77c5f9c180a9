import type { HistoryEntry, ScorecardHistory } from '../../../src/contract/history.ts';
import { readHistory } from '../../../src/usecases/history/read-history.ts';
import { undoSave } from '../../../src/usecases/history/undo-save.ts';
import { type Portal, editOutside } from '../../portal.ts';
import { jane } from '../scorecard/scoring.ts';

/** The history of a company as the card reads it. */
export function historyOf({ context }: Portal, companyId: string): Promise<ScorecardHistory> {
  return readHistory(context, { companyId });
}

/** The newest entry. */
export async function newestOf(portal: Portal, companyId: string): Promise<HistoryEntry> {
  const [newest] = (await historyOf(portal, companyId)).entries;
  if (newest === undefined) throw new Error('there is no entry');
  return newest;
}

/** The changes of an entry as `field from -> to`. */
export function changesOf({ changes }: HistoryEntry): string[] {
  return changes.map(({ field, from, to }) => `${field} ${from ?? '?'} -> ${to}`);
}

/** Undoes the last save as a card does that has just read the history. */
export async function undoLast(portal: Portal, companyId: string, by = jane) {
  const { undo, noUndo } = await historyOf(portal, companyId);
  if (undo === null) throw new Error(noUndo ?? 'nothing to undo');
  return undoSave(portal.context, { companyId, save: undo.key, by });
}

/** Everything stored of a company but who worked on it when, and when evidence is looked at again. */
export async function answersOf(portal: Portal, companyId: string): Promise<Record<string, string>> {
  const stored = await portal.stored(companyId);
  const trail = [
    'scored_by',
    'scored_at',
    'recheck_due',
    'previous_lane',
    'lane_changed_at',
    'lane_change_cause',
  ];
  return Object.fromEntries(
    Object.entries(stored).filter(([name]) => !trail.includes(name.slice('ipp_'.length))),
  );
}

/** Values before a change, under our names. */
export const outside = (portal: Portal, companyId: string, fields: Readonly<Record<string, string>>) =>
  editOutside(
    portal,
    companyId,
    Object.fromEntries(Object.entries(fields).map(([field, value]) => [`ipp_${field}`, value])),
  );
