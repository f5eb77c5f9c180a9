import { Text } from '@hubspot/ui-extensions';

import { draftOffered, othersDraft } from '../../../src/messages/cards.ts';
import { counted } from '../../common/display.ts';
import type { Ready } from '../state/card-state.ts';
import type { Session } from '../state/session.ts';
import { Notice } from '../../common/layout.tsx';

interface DraftNoticeProps {
  state: Ready;
  session: Session;
}

/** Unsaved changes from earlier, whose author decides about them, and that others have some. */
export function DraftNotice({ state, session }: DraftNoticeProps) {
  const { offered, others, isDraftFailed, edits, busy } = state;
  const isDisabled = busy !== null;
  const names = Object.keys(offered?.edits ?? {});
  return (
    <>
      {offered !== null && (
        <Notice
          title={draftOffered(counted(names.length, 'unsaved change'), offered.when)}
          variant="info"
          sentences={[`${names.map((name) => offered.labels[name] ?? name).join(', ')}.`]}
          actions={[
            { label: 'Continue', act: session.continueDraft, isDisabled },
            { label: 'Discard them', act: session.discardDraft, isDisabled },
          ]}
        />
      )}
      {others.map(({ by, when }) => (
        <Text key={by} variant="microcopy">
          {othersDraft(by, when)}
        </Text>
      ))}
      {isDraftFailed && Object.keys(edits).length > 0 && (
        <Text variant="microcopy">{state.record.texts.words.draftFailed}</Text>
      )}
    </>
  );
}
