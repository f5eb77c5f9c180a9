import {
  Button,
  Checkbox,
  Flex,
  LoadingButton,
  StatusTag,
  type StatusTagProps,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

import { isReviewOffered } from '../../../src/icp/review.ts';
import { type Call, type Ready, isWriting } from '../state/card-state.ts';
import { conflictsOf, faultyFields } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { savable } from '../state/type-choice.ts';
import type { CardView } from './card-view.ts';

interface SaveBarProps {
  view: CardView;
  session: Session;
}

/** What became of the changes, Save, Undo and Discard, and the yearly review where it is due. */
export function SaveBar({ view, session }: SaveBarProps) {
  const { state, record } = view;
  const [isReview, setReview] = useState(false);
  const unsaved = Object.keys(state.edits).length;
  const isOffered = record.verdict !== null && isReviewOffered(record.trail.reviewDue, record.asOf);
  const isBusy = isWriting(state);
  const save = () => (isOffered && isReview ? session.review() : session.save());
  return (
    <Flex align="center" gap="xs" wrap>
      <SaveStatus state={state} />
      <SaveButton state={state} onSave={() => void save().then(() => setReview(false))} />
      <Button size="sm" disabled={isBusy || state.steps.length === 0} onClick={session.undo}>
        Undo
      </Button>
      <Button size="sm" disabled={isBusy || unsaved === 0} onClick={session.discard}>
        Discard
      </Button>
      {isOffered && unsaved === 0 && (
        <Button size="sm" disabled={isBusy} onClick={() => void session.review()}>
          Reviewed, nothing changed
        </Button>
      )}
      {isOffered && unsaved > 0 && (
        <Checkbox name="yearly_review" checked={isReview} size="sm" onChange={setReview}>
          This was the yearly review
        </Checkbox>
      )}
    </Flex>
  );
}

/** The primary button of its surface. Nothing to save disables it. */
export function SaveButton({ state, onSave }: { state: Ready; onSave: () => void }) {
  const unsaved = Object.keys(savable(state).edits).length;
  const isHeldBack = state.notWritten.length > 0 || conflictsOf(savable(state)).length > 0;
  return (
    <LoadingButton
      variant="primary"
      size="sm"
      loading={state.busy === 'save'}
      // by default the button shows a tick after a failure too; an edit right after a save is no failure
      resultIconName={state.failure === null && !isHeldBack ? 'success' : 'warning'}
      disabled={
        state.busy !== 'save' && (unsaved === faultyFields(savable(state)).length || isWriting(state))
      }
      onClick={onSave}
    >
      Save
    </LoadingButton>
  );
}

/** `2 unsaved`, `Saved`, `Not saved`. */
export function SaveStatus({ state }: { state: Ready }) {
  const [variant, text] = statusOf(state);
  return <StatusTag variant={variant}>{text}</StatusTag>;
}

function statusOf(state: Ready): [NonNullable<StatusTagProps['variant']>, string] {
  const { busy, failure, isSaved } = state;
  const count = Object.keys(state.edits).length;
  if (busy !== null) return ['info', BUSY[busy]];
  if (count === 0) return isSaved ? ['success', 'Saved'] : ['default', 'Nothing unsaved'];
  const unsaved = `${count} unsaved`;
  const conflicts = conflictsOf(savable(state)).length;
  if (conflicts > 0) return ['warning', `${unsaved}, ${conflicts} to pick`];
  return failure?.call === 'save' ? ['danger', `Not saved, ${unsaved}`] : ['warning', unsaved];
}

const BUSY: Readonly<Record<Call, string>> = {
  load: 'Loading',
  save: 'Saving',
  clear: 'Emptying',
  'take-over': 'Re-judging',
  decide: 'Deciding',
  'undo-save': 'Undoing',
};
