import type { DraftsOfSave } from '../../contract/drafts.ts';
import type { SaveAnswer } from '../../contract/scorecard-record.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { saveWhatFollows } from '../scorecard/save.ts';
import { undoBy } from './undo-of.ts';

export interface UndoRequest {
  companyId: string;
  /** The `key` of the save that was seen. */
  save: string;
  by: string;
  drafts?: DraftsOfSave | undefined;
}

/**
 * Undoes the last save of a person as a new save, by whoever undoes. What was changed since is a conflict and stays. The
 * undo of an undo brings the save back. A repeat changes nothing.
 *
 * @throws Refused when it cannot be undone, or another save is the last one by now; nothing is written then
 * @throws as `saveScorecard`
 */
export function undoSave(outside: Context, { save, ...request }: UndoRequest): Promise<SaveAnswer> {
  return saveWhatFollows(outside, request, (record, context, names) => {
    const undo = undoBy(save, { record, context, names });
    if ('noUndo' in undo)
      throw new Refused('invalid-input', `${undo.noUndo} Nothing was written.`, { field: 'save' });
    return { changes: undo.changes, restores: undo.restores, isReview: false };
  });
}
