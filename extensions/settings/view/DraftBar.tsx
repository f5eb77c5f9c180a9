import {
  Button,
  Flex,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  StatusTag,
  type StatusTagProps,
  Text,
} from '@hubspot/ui-extensions';

import { dayInWords } from '../../../src/icp/day-in.ts';
import { DELETE_DRAFT, draftBy } from '../../../src/messages/settings-page.ts';

import { Column } from '../../common/layout.tsx';
import { type Editor, isDirty } from '../state/editor.ts';
import type { Ready, Subject } from '../state/page-state.ts';
import { DraftConflict } from './DraftConflict.tsx';
import type { PageProps } from './page-props.ts';

interface DraftBarProps extends PageProps {
  subject: Subject;
  editor: Editor<unknown>;
  /** Whether Save is the primary button of its surface. */
  isMain?: boolean;
}

/** Whether the draft is saved and whose it is, and Save, Undo and Discard. */
export function DraftBar(props: DraftBarProps) {
  const { state, session, subject, editor, isMain = false } = props;
  const isBusy = state.busy !== null;
  const isUnread = Object.keys(editor.unread).length > 0;
  const [variant, text] = statusOf(state, subject, editor);
  return (
    <Column gap="xs">
      <Flex justify="between" align="center" gap="sm" wrap>
        <Flex align="center" gap="sm" wrap>
          <StatusTag variant={variant}>{text}</StatusTag>
          <Text inline variant="microcopy">
            {storedText(state, subject)}
          </Text>
        </Flex>
        <Flex align="center" gap="xs" wrap>
          <LoadingButton
            variant={isMain ? 'primary' : 'secondary'}
            size="sm"
            loading={state.busy?.act === 'save' && state.busy.subject === subject}
            resultIconName={state.failure === null && editor.theirs === null ? 'success' : 'warning'}
            disabled={
              isBusy || !isDirty(editor) || isUnread || editor.theirs !== null || !state.policy.hasHome
            }
            onClick={() => void session.save(subject)}
          >
            Save draft
          </LoadingButton>
          <Button
            size="sm"
            disabled={isBusy || editor.steps.length === 0}
            onClick={() => session.undo(subject)}
          >
            Undo
          </Button>
          <Button
            size="sm"
            disabled={isBusy || !isDirty(editor) || editor.stored === null}
            onClick={() => session.reset(subject)}
          >
            Discard edits
          </Button>
        </Flex>
      </Flex>
      {isUnread && (
        <Text variant="microcopy">
          A field marked below has no number. The draft can be saved once it has.
        </Text>
      )}
      <DraftConflict {...props} />
    </Column>
  );
}

type Variant = NonNullable<StatusTagProps['variant']>;

function statusOf(
  { busy, failure, done }: Ready,
  subject: Subject,
  editor: Editor<unknown>,
): [Variant, string] {
  if (busy?.subject === subject) return ['info', busy.act === 'save' ? 'Saving' : 'Working'];
  if (failure?.subject === subject && failure.act === 'save' && isDirty(editor))
    return ['danger', 'Not saved'];
  if (isDirty(editor)) return ['warning', editor.stored === null ? 'Not saved yet' : 'Unsaved edits'];
  if (done?.subject === subject && done.act === 'save') return ['success', 'Saved'];
  return ['default', 'Nothing unsaved'];
}

function storedText({ policy }: Ready, subject: Subject): string {
  const draft =
    subject === 'settings'
      ? policy.settingsDraft
      : (policy.types.find(({ type }) => type === subject)?.draft ?? null);
  return draft === null ? '' : draftBy(draft.by, dayInWords(draft.on));
}

const MODAL = 'delete-draft';

/** Deletes the draft for everybody, after asking. It stands apart from Save. */
export function DeleteDraft({
  state,
  session,
  subject,
  closeOverlay,
}: Pick<DraftBarProps, 'state' | 'session' | 'subject' | 'closeOverlay'>) {
  const confirm = () => {
    closeOverlay(MODAL);
    void session.discard(subject);
  };
  return (
    <Button
      size="sm"
      variant="destructive"
      disabled={state.busy !== null}
      overlay={
        <Modal id={MODAL} title="Delete this draft?" variant="danger" width="md">
          <ModalBody>
            <Text>{DELETE_DRAFT}</Text>
          </ModalBody>
          <ModalFooter>
            <Flex gap="sm">
              <Button variant="destructive" onClick={confirm}>
                Delete it
              </Button>
              <Button onClick={() => closeOverlay(MODAL)}>Keep it</Button>
            </Flex>
          </ModalFooter>
        </Modal>
      }
    >
      Delete draft
    </Button>
  );
}
