import { TextArea } from '@hubspot/ui-extensions';

import { faultOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { useInput } from './use-input.ts';

interface ProseFieldProps {
  name: string;
  label: string;
  /** Below the label: what belongs here. Keep its length, or the rows below jump. */
  description: string;
  session: Session;
}

/** A text of several lines. Every keystroke is an edit at once. */
export function ProseField({ name, label, description, session }: ProseFieldProps) {
  const { given, value, revision } = useInput(session, name);
  const fault = faultOf({ kind: 'prose' }, value);
  return (
    <TextArea
      key={revision}
      name={name}
      label={label}
      description={description}
      value={String(given ?? '')}
      rows={2}
      resize="vertical"
      error={fault !== null}
      {...(fault !== null && { validationMessage: fault })}
      onInput={(text) => session.type(name, text, revision)}
      onChange={(text) => {
        session.type(name, text, revision);
        session.leave(name);
      }}
    />
  );
}
