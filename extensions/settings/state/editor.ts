/** What somebody edits before it is saved as a draft: a profile with what stands beside it, or the settings. */
export interface Editor<Body> {
  /** The draft in the portal as last seen; null before the first save of one that was begun here. */
  stored: Body | null;
  /** The time of that draft, which a save names. */
  seen: string | null;
  body: Body;
  /** The bodies before each step, oldest first. */
  steps: readonly Body[];
  /** The field that is being typed into: its keystrokes make one step. */
  typing: string | null;
  /** What was typed where a number belongs and is none, by path. It stays in sight, and is not saved. */
  unread: Readonly<Record<string, string>>;
  /** Raised by every change other than by the field's own input: the inputs are made anew. */
  revision: number;
  /** The draft that somebody else has saved since. */
  theirs: Theirs<Body> | null;
}

export interface Theirs<Body> {
  body: Body;
  by: string;
  at: string;
  /** `YYYY-MM-DD` */
  on: string;
}

/** @param stored null for a draft that is begun here */
export function openEditor<Body>(body: Body, stored: Body | null, seen: string | null): Editor<Body> {
  return { stored, seen, body, steps: [], typing: null, unread: {}, revision: 0, theirs: null };
}

/** Whether something is not saved. */
export function isDirty<Body>({ stored, body, unread }: Editor<Body>): boolean {
  return stored === null || !isSame(stored, body) || Object.keys(unread).length > 0;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** An edit of one field. Keystrokes in the same field are one step of undo. */
export function edited<Body>(
  editor: Editor<Body>,
  { path, body, isTyping }: { path: string; body: Body; isTyping: boolean },
): Editor<Body> {
  const { [path]: _, ...unread } = editor.unread;
  if (isSame(body, editor.body)) return { ...editor, unread, typing: isTyping ? path : null };
  const isSameStep = isTyping && editor.typing === path;
  const steps = isSameStep ? editor.steps : [...editor.steps, editor.body];
  return { ...editor, body, steps, unread, typing: isTyping ? path : null };
}

/** A text in a field for a number that is none. */
export function unreadable<Body>(editor: Editor<Body>, path: string, text: string): Editor<Body> {
  return { ...editor, unread: { ...editor.unread, [path]: text } };
}

export function left<Body>(editor: Editor<Body>): Editor<Body> {
  return { ...editor, typing: null };
}

/** Puts other contents into the editor, as one step of undo. */
export function replaced<Body>(editor: Editor<Body>, body: Body): Editor<Body> {
  return anew({ ...editor, body, steps: [...editor.steps, editor.body] });
}

export function undone<Body>(editor: Editor<Body>): Editor<Body> {
  const before = editor.steps.at(-1);
  if (before === undefined) return anew(editor);
  return anew({ ...editor, body: before, steps: editor.steps.slice(0, -1) });
}

/** Back to what is stored. Undo brings the edits back. */
export function reset<Body>(editor: Editor<Body>): Editor<Body> {
  return editor.stored === null ? editor : replaced(editor, editor.stored);
}

/** The body was saved; edits made meanwhile stay. @param at the time of the saved draft */
export function saved<Body>(editor: Editor<Body>, sent: Body, at: string): Editor<Body> {
  return { ...editor, stored: sent, seen: at, theirs: null };
}

/** Somebody else has saved the draft since. What is edited here stays. */
export function contested<Body>(editor: Editor<Body>, theirs: Theirs<Body>): Editor<Body> {
  return isSame(theirs.body, editor.body) ? saved(editor, theirs.body, theirs.at) : { ...editor, theirs };
}

export function tookTheirs<Body>(editor: Editor<Body>): Editor<Body> {
  const { theirs } = editor;
  if (theirs === null) return editor;
  return { ...replaced(editor, theirs.body), stored: theirs.body, seen: theirs.at, theirs: null };
}

/** The next save writes over theirs. */
export function keptMine<Body>(editor: Editor<Body>): Editor<Body> {
  const { theirs } = editor;
  return theirs === null ? editor : { ...editor, stored: theirs.body, seen: theirs.at, theirs: null };
}

/**
 * The editor after the portal was read again. Unsaved edits stay; where somebody has saved the draft since, both are shown.
 *
 * @param draft the draft that the portal has now
 */
export function refreshed<Body>(editor: Editor<Body>, draft: Theirs<Body> | null): Editor<Body> | null {
  if (draft === null) {
    if (!isDirty(editor)) return null;
    // theirs was published or discarded: what is edited here begins a new one
    return { ...editor, stored: null, seen: null, theirs: null };
  }
  if (draft.at === editor.seen) return editor;
  if (isDirty(editor)) return contested(editor, draft);
  return { ...openEditor(draft.body, draft.body, draft.at), revision: editor.revision + 1 };
}

function anew<Body>(editor: Editor<Body>): Editor<Body> {
  return { ...editor, unread: {}, typing: null, revision: editor.revision + 1 };
}
