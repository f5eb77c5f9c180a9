import { TextArea } from '@hubspot/ui-extensions';
import { useRef, useState } from 'react';

import { faultOf } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';

interface ProseFieldProps {
  name: string;
  label: string;
  /** Below the label: what belongs here. Keep its length, or the rows below jump. */
  description: string;
  value: string;
  session: Session;
}

/** A text of several lines. Every keystroke is an edit at once. */
export function ProseField({ name, label, description, value, session }: ProseFieldProps) {
  const shown = useUnechoed(value);
  const fault = faultOf({ kind: 'prose' }, value);
  return (
    <TextArea
      name={name}
      label={label}
      description={description}
      value={shown.value}
      rows={2}
      resize="vertical"
      error={fault !== null}
      {...(fault !== null && { validationMessage: fault })}
      onInput={(text) => {
        shown.type(text);
        session.type(name, text);
      }}
      onChange={(text) => {
        shown.commit(text);
        session.type(name, text);
        session.leave(name);
      }}
    />
  );
}

/**
 * HubSpot's inputs are behind a message channel: sending a text back while it is typed can overwrite the next letter. So
 * the value is sent when the person leaves the field, or when something else changed it (undo, reload).
 */
function useUnechoed(value: string) {
  const typed = useRef<string | null>(null);
  const [committed, setCommitted] = useState(value);
  return {
    value: typed.current === value ? committed : value,
    type: (text: string) => {
      typed.current = text;
    },
    commit: (text: string) => {
      typed.current = text;
      setCommitted(text);
    },
  };
}
