import * as say from '../../messages/history.ts';
import type { Context } from '../context.ts';
import { type Act, kindsByField } from './acts-of.ts';
import { VERSION_FIELD, changesInputs, isReview } from './kinds-of.ts';
import type { FieldChange } from './writes-of.ts';

/** A save of a person, as an undo reads it. */
export interface LastSave {
  /** The newest act of it: a change of type may have needed a second write. */
  key: string;
  act: Act;
  /** What it changed, by field, with the trail. */
  changes: ReadonlyMap<string, FieldChange>;
  /** What was written since, newest first. */
  since: readonly Act[];
}

/**
 * The newest save of a person through our app, or why the newest act of a person is none. Repairs and edits from outside
 * are passed over.
 *
 * @param acts newest first
 */
export function lastSave(
  acts: readonly Act[],
  context: Pick<Context, 'profiles'>,
): { save: LastSave } | { noUndo: string } {
  const kindOf = kindsByField(context.profiles);
  let late: Act | null = null;
  for (const [index, act] of acts.entries()) {
    if (act.person === null) continue;
    const isSave = changesInputs(act, kindOf);
    // a write of answers alone belongs to the change of type before it
    if (isSave && late === null && !act.changes.has('scored_at')) {
      late = act;
      continue;
    }
    if (isSave) return { save: saveOf(act, late, acts.slice(0, index)) };
    if (late !== null) break;
    if (act.kinds.includes('decided')) return { noUndo: say.DECIDED_LAST };
    if (act.changes.has(VERSION_FIELD)) return { noUndo: say.REJUDGED_LAST };
    if (isReview(act)) return { noUndo: say.REVIEWED_LAST };
  }
  if (late === null) return { noUndo: say.NOTHING_TO_UNDO };
  return { save: saveOf(late, null, acts.slice(0, acts.indexOf(late))) };
}

function saveOf(act: Act, late: Act | null, newer: readonly Act[]): LastSave {
  if (late === null) return { key: act.key, act, changes: act.changes, since: newer };
  const changes = new Map(act.changes);
  for (const [field, { from, to }] of late.changes)
    changes.set(field, { from: changes.get(field)?.from ?? from, to });
  return { key: act.key, act, changes, since: newer.filter((each) => each !== late) };
}
