import fc from 'fast-check';

import {
  type Editor,
  contested,
  edited,
  isDirty,
  openEditor,
  refreshed,
  reset,
  saved,
  tookTheirs,
  undone,
} from '../../../extensions/settings/state/editor.ts';

interface Body {
  a: number;
  b: string;
}
const START: Body = { a: 1, b: '' };
const open = () => openEditor(START, START, '1');
const typed = (editor: Editor<Body>, text: string) =>
  edited(editor, { path: 'b', body: { ...editor.body, b: text }, isTyping: true });

test('keystrokes in one field are one step of undo', () => {
  const editor = ['x', 'xy', 'xyz'].reduce(typed, open());

  expect(undone(editor).body).toEqual(START);
});

test('whatever is edited, as many steps back lead to the start, and to nothing unsaved', () => {
  const edits = fc.array(fc.tuple(fc.integer(), fc.string(), fc.boolean()));
  fc.assert(
    fc.property(edits, (made) => {
      let editor = open();
      for (const [a, b, isTyping] of made)
        editor = edited(editor, { path: String(a % 3), body: { a, b }, isTyping });
      while (editor.steps.length > 0) editor = undone(editor);
      expect(editor.body).toEqual(START);
      expect(isDirty(editor)).toBe(false);
    }),
  );
});

test('what is typed while a save is under way stays unsaved', () => {
  const sent = typed(open(), 'x');
  const after = saved(typed(sent, 'xy'), sent.body, '2');

  expect(after).toMatchObject({ body: { b: 'xy' }, seen: '2' });
  expect(isDirty(after)).toBe(true);
});

test('a draft of somebody else replaces nothing that is unsaved, and taking it can be undone', () => {
  const theirs = { body: { a: 2, b: '' }, by: 'ben', at: '2', on: '2026-11-27' };
  const mine = typed(open(), 'x');

  expect(refreshed(open(), theirs)?.body).toEqual(theirs.body);
  expect(refreshed(mine, theirs)).toMatchObject({ body: mine.body, theirs });
  const taken = tookTheirs(contested(mine, theirs));
  expect(isDirty(taken)).toBe(false);
  expect(undone(taken).body).toEqual(mine.body);
});

test('discarded edits come back by undo; a draft that was published elsewhere leaves them as a new one', () => {
  const mine = typed(open(), 'x');

  expect(undone(reset(mine)).body).toEqual(mine.body);
  expect(refreshed(mine, null)).toMatchObject({ body: mine.body, stored: null, seen: null });
  expect(refreshed(open(), null)).toBeNull();
});
