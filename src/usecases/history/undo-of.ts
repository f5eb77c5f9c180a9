import type { UndoableSave } from '../../contract/history.ts';
import { isOfMerge } from '../../crm/authorship.ts';
import { decodeField } from '../../crm/scorecard-codec.ts';
import { dayIn, timeIn } from '../../icp/day-in.ts';
import { findProfile, versionInWords } from '../../icp/profile.ts';
import { TYPE_FIELD, isOfTypeChange } from '../../icp/type-change.ts';
import * as say from '../../messages/history.ts';
import { readScorecard, refusalToWrite } from '../scorecard/judge.ts';
import { knownFields } from '../scorecard/ready-types.ts';
import { type Act, actsOf } from './acts-of.ts';
import { fieldShapes } from './field-shapes.ts';
import { labelOf, nameOfAuthor, valueText, whoMade } from './history-texts.ts';
import { VERSION_FIELD } from './kinds-of.ts';
import { type LastSave, lastSave } from './last-save.ts';
import { type Found, type Undo, isTypeChange, standingOf, undoOf } from './undo-changes.ts';

/** The last save as it would be undone, or why it cannot. */
export function undoableSave(
  found: Found,
  acts: readonly Act[],
): { undo: UndoableSave } | { noUndo: string } {
  const last = lastSave(acts, found.context);
  if ('noUndo' in last) return last;
  const { save } = last;
  const undo = plannedUndo(save, found);
  if ('noUndo' in undo) return undo;
  const lines = linesOf(undo, save, found);
  if (lines === null) return { noUndo: say.ALL_CHANGED_SINCE };
  const { zone } = found.record;
  const at = new Date(save.act.entry.timestamp);
  return {
    undo: {
      ...{ key: save.key, by: nameOfAuthor(save.act, found.names) },
      ...{ on: dayIn(zone, at), time: timeIn(zone, at), lines },
    },
  };
}

/**
 * The undo of the save with that key. Another save may be the last one by now: then it is only given where nothing of it is
 * left to write, because the same undo came before.
 *
 * @returns why it cannot be undone otherwise
 */
export function undoBy(key: string, found: Found): Undo | { noUndo: string } {
  const acts = actsOf(found.record, found.context);
  const last = lastSave(acts, found.context);
  if ('save' in last && last.save.key === key) return plannedUndo(last.save, found);
  const index = acts.findIndex((act) => act.key === key);
  const earlier = index < 0 ? { noUndo: '' } : lastSave(acts.slice(index), found.context);
  if ('save' in earlier && hindranceTo(earlier.save, found) === null) {
    const undo = undoOf(earlier.save, found);
    const isLeft = Object.keys(undo.changes).some((field) => standingOf(field, undo, found) === 'as-saved');
    if (!isLeft) return undo;
  }
  return { noUndo: 'noUndo' in last && index < 0 ? last.noUndo : say.OTHER_SAVE_IS_LAST };
}

function plannedUndo(save: LastSave, found: Found): Undo | { noUndo: string } {
  const gone = hindranceTo(save, found);
  if (gone !== null) return { noUndo: gone };
  const undo = undoOf(save, found);
  const held = heldTypeChange(undo, found);
  return held === null ? undo : { noUndo: held };
}

/** Why what stood before the save cannot be put back whole. */
function hindranceTo({ changes, since }: LastSave, { record, context }: Found): string | null {
  const shapes = fieldShapes(context.profiles);
  const label = (field: string) => labelOf(field, { shapes });
  const fields = knownFields(context).filter(({ name }) => changes.has(name));
  const gone = fields.filter(({ name }) => changes.get(name)?.from === null);
  const version = changes.get(VERSION_FIELD);
  if (gone.length > 0) return say.oldValuesGone(gone.map(({ name }) => label(name)).join(', '));
  if (version?.from === null) return say.oldValuesGone(label(VERSION_FIELD));
  if (since.some(({ entry }) => isOfMerge(entry))) return say.MERGED_SINCE;
  for (const field of fields) {
    const from = changes.get(field.name)?.from ?? '';
    if (decodeField(field, from).problem !== null)
      return say.cannotStandAgain(label(field.name), from.slice(0, 40));
  }
  const before = version?.from ?? '';
  if (before !== '' && findProfile(context.profiles, before) === null)
    return say.versionGone(versionInWords(before), context.remedies.restorePolicy);
  return refusalToWrite(readScorecard(record, context), context)?.message ?? null;
}

/** Why a change of type stays: it goes back whole or not at all. Null for any other save. */
function heldTypeChange({ changes }: Undo, found: Found): string | null {
  if (!isTypeChange(changes)) return null;
  const shapes = fieldShapes(found.context.profiles);
  const others = Object.keys(changes).filter(
    (field) =>
      (field === TYPE_FIELD || isOfTypeChange(field)) && standingOf(field, { changes }, found) === 'changed',
  );
  return others.length === 0
    ? null
    : say.typeChangeStays(others.map((field) => labelOf(field, { shapes })).join(', '));
}

/** What would stand there again, and what stays; null where nothing would. */
function linesOf(undo: Undo, save: LastSave, found: Found): string[] | null {
  const { record, context, names } = found;
  const wording = { shapes: fieldShapes(context.profiles), names, zone: record.zone };
  const again: string[] = [];
  const stays: string[] = [];
  for (const { name } of knownFields(context)) {
    const change = save.changes.get(name);
    if (change === undefined) continue;
    const label = labelOf(name, wording);
    const current = valueText(name, record.texts[name] ?? '', wording);
    if (undo.changes[name] === undefined) stays.push(say.typeStays(current));
    else if (standingOf(name, undo, found) === 'as-saved')
      again.push(say.standsAgain(label, valueText(name, change.from ?? '', wording)));
    else {
      const by = save.since.find(({ changes }) => changes.has(name));
      stays.push(say.staysAsChanged(label, current, by === undefined ? say.OUR_APP : whoMade(by, names)));
    }
  }
  if (again.length === 0) return null;
  const version = undo.restores.trail[VERSION_FIELD] ?? '';
  const judgedBy = version === '' ? [] : [say.judgedAgainBy(versionInWords(version))];
  return [...again, ...judgedBy, ...stays];
}
