import { TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';

import { REASON_NEEDED } from '../../../src/messages/settings-page.ts';

import type { Subject } from '../state/page-state.ts';
import type { PageProps } from './page-props.ts';

/** Why something is published. HubSpot's inputs keep what is typed themselves, so it is given nothing new meanwhile. */
export function ReasonField({
  state,
  session,
  name,
  subject,
}: Pick<PageProps, 'state' | 'session'> & { name: string; subject: Subject }) {
  const [given, setGiven] = useState(state.reasons[subject] ?? '');
  return (
    <TextArea
      name={name}
      label="Reason"
      description={REASON_NEEDED}
      required
      rows={2}
      resize="vertical"
      value={given}
      onInput={(reason) => session.giveReason(subject, reason)}
      onChange={(reason) => {
        setGiven(reason);
        session.giveReason(subject, reason);
      }}
    />
  );
}
