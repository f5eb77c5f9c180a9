import type { DraftsOfSave } from '../../contract/drafts.ts';
import type { SaveAnswer } from '../../contract/scorecard-record.ts';
import type { Context } from '../context.ts';
import { saveScorecard } from '../scorecard/save.ts';

export interface UndoRequest {
  companyId: string;
  /** The `key` of the save that was seen. */
  save: string;
  by: string;
  drafts?: DraftsOfSave | undefined;
}

/** Undoes the last save as a new save. */
export function undoSave(context: Context, { companyId, by, drafts }: UndoRequest): Promise<SaveAnswer> {
  return saveScorecard(context, { companyId, changes: {}, by, drafts });
}
