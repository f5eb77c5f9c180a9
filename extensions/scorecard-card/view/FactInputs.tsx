import { Input } from '@hubspot/ui-extensions';

import type { FieldValue } from '../../../src/icp/fields.ts';

import { faultOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { DayInput } from '../../common/DayInput.tsx';
import { useInput } from './use-input.ts';

interface InputProps {
  name: string;
  label: string;
  session: Session;
}

/**
 * An input for a count. Empty means unknown. It is a text input, because HubSpot's number input does not say what it did
 * with letters: what is no count stays in sight, with the reason.
 */
export function Count({ name, label, session }: InputProps) {
  const { given, value, revision } = useInput(session, name);
  const fault = faultOf({ kind: 'count' }, value);
  return (
    <Input
      key={revision}
      name={name}
      label={label}
      value={String(given ?? '')}
      error={fault !== null}
      {...(fault !== null && { validationMessage: fault })}
      onInput={(text) => session.type(name, countIn(text), revision)}
      onChange={(text) => {
        session.type(name, countIn(text), revision);
        session.leave(name);
      }}
    />
  );
}

/** A whole number as a number; any other text unchanged. */
function countIn(text: string): FieldValue {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d+$/.test(trimmed) ? Number(trimmed) : text;
}

/** An input for a day. Empty means unknown. */
export function Day({ name, label, session }: InputProps) {
  const { value, revision } = useInput(session, name);
  return (
    <DayInput
      key={revision}
      name={name}
      label={label}
      day={typeof value === 'string' ? value : null}
      onDay={(day) => session.edit(name, day)}
    />
  );
}
