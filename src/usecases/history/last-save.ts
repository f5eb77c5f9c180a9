import { NO_VERDICT } from '../../crm/verdict-fields.ts';
import { CONFIRM_FIELD, TYPE_FIELD } from '../../icp/type-change.ts';
import * as say from '../../messages/history.ts';
import type { Context } from '../context.ts';
import { type Act, kindsByField } from './acts-of.ts';
import { VERSION_FIELD, changesInputs } from './kinds-of.ts';
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
  context: Pick<Context, 'profiles' | 'remedies'>,
): { save: LastSave } | { noUndo: string } {
  const kindOf = kindsByField(context.profiles);
  const index = acts.findIndex(({ person }) => person !== null);
  const newest = acts[index];
  if (newest === undefined) return { noUndo: say.NOTHING_TO_UNDO };
  if (!changesInputs(newest, kindOf)) {
    if (newest.kinds.includes('decided')) return { noUndo: say.DECIDED_LAST };
    return {
      noUndo: newest.changes.has(VERSION_FIELD)
        ? say.rejudgedLast(context.remedies.rollBack)
        : say.REVIEWED_LAST,
    };
  }
  const before = acts.findIndex(({ person }, at) => at > index && person !== null);
  const typeChange = acts[before];
  if (typeChange !== undefined && completes(newest, typeChange))
    return { save: saveOf(typeChange, newest, acts.slice(0, before)) };
  return { save: saveOf(newest, null, acts.slice(0, index)) };
}

/**
 * Whether a write did what a change of type right before it still had to do, because somebody had written in between: it
 * opens checks and marks ratings, and is not stamped anew.
 */
function completes(act: Act, { changes, person }: Act): boolean {
  const isOfType = [...act.changes].every(
    ([field, { to }]) => field === CONFIRM_FIELD || to === 'open' || NO_VERDICT[field] !== undefined,
  );
  return changes.has(TYPE_FIELD) && person === act.person && isOfType;
}

function saveOf(act: Act, late: Act | null, newer: readonly Act[]): LastSave {
  if (late === null) return { key: act.key, act, changes: act.changes, since: newer };
  const changes = new Map(act.changes);
  for (const [field, { from, to }] of late.changes)
    changes.set(field, { from: changes.get(field)?.from ?? from, to });
  return { key: act.key, act, changes, since: newer.filter((each) => each !== late) };
}
