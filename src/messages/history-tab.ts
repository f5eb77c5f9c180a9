// What the card's tab "History" says beside the entries.

export const NO_HISTORY_YET =
  'Nothing has happened to this scorecard yet. The first save starts its history.';
export const NO_SUCH_ENTRY = 'No entry matches.';
export const HISTORY_NOT_READ = 'The history could not be read';
export const UNDO_EXPLAINED =
  'Undoing it is a new save in your name. The history keeps both. What is unsaved stays unsaved.';
export const STANDS_AGAIN = 'This stands there again:';
export const NOT_UNDONE = 'Not undone';
export const SAVE_UNDONE = 'Undone';
export const UNDO_CAN_BE_UNDONE = 'The undo is a save as well: it can be undone below.';
/** @param fields "2 fields" */
export const notUndone = (fields: string) => `Not undone: ${fields}`;
/** @param fields "2 fields" */
export const undoneUnderEdit = (fields: string) => `The undo changed ${fields} that you are editing`;
/** @param when "20 May 2026, 14:38" */
export const askUndo = (who: string, when: string) => `Undo the save by ${who} of ${when}?`;
