import { Button, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { checkFieldName } from '../../../src/icp/fields.ts';
import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { type CheckDefinition, inSentence } from '../../../src/icp/profile.ts';
import { checkAnswer, isBlank } from '../../../src/icp/scorecard.ts';
import { NOTE_HINT, writtenFor } from '../../../src/messages/cards.ts';

import { faultOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { writtenForOther } from '../state/type-choice.ts';
import type { CardView } from './card-view.ts';
import { Column } from '../../common/layout.tsx';
import { LinkedText } from './LinkedText.tsx';
import { ProseField } from './ProseField.tsx';
import { byText } from './sentences.ts';

/** The note on a check, and whether it is being edited. The text itself lives in the state of the card. */
type Note = ReturnType<typeof useNote>;

export function useNote({ key, label }: CheckDefinition, { record, draft, state }: CardView) {
  const [isOpen, setOpen] = useState(false);
  const { state: result, note } = checkAnswer(draft, key);
  const field = checkFieldName(key);
  const name = `${field}_note`;
  const type = writtenForOther(state, name);
  const change = state.edits[field] === undefined ? record.changes[field] : undefined;
  return {
    name,
    label: `Note on ${inSentence(label)}`,
    text: note,
    isBlank: isBlank(note),
    missing: isBlank(note) && result !== 'open' ? record.texts.words[result] : null,
    // above the note: whose result it is, and under which type the note was written
    origin: [
      ...(change === undefined || result === 'open' ? [] : [byText(change, record)]),
      ...(type === null ? [] : [writtenFor(partnerTypeLabel(type))]),
    ],
    // a text that cannot be saved stays open for its error
    isOpen: isOpen || faultOf({ kind: 'prose' }, note) !== null,
    toggle: () => setOpen(!isOpen),
  };
}

/** Opens and closes the input of the note. It stands out where a note is missing. */
export function NoteToggle({ note }: { note: Note }) {
  const isWanted = note.missing !== null && !note.isOpen;
  return (
    <Button size="xs" variant={isWanted ? 'secondary' : 'transparent'} onClick={note.toggle}>
      {note.isOpen ? 'Done' : note.isBlank ? 'Add note' : 'Edit note'}
    </Button>
  );
}

/** Whose the result and the note are; the note as text, or its input; what is missing. */
export function NoteText({ note, session }: { note: Note; session: Session }) {
  return (
    <Column gap="flush">
      {note.origin.length > 0 && <Text variant="microcopy">{note.origin.join(' · ')}</Text>}
      {note.isOpen ? (
        <ProseField
          name={note.name}
          label={note.label}
          description={note.missing ?? NOTE_HINT}
          session={session}
        />
      ) : (
        <>
          <LinkedText text={note.text} />
          {note.missing !== null && <Text>{note.missing}</Text>}
        </>
      )}
    </Column>
  );
}
