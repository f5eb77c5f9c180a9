import { LoadingSpinner, Text } from '@hubspot/ui-extensions';

import { holderNames } from '../../../src/icp/slots.ts';
import {
  COUNT_UNSURE,
  countingSlots,
  noSlotLeft,
  slotsNotCounted,
  slotsOf,
  slotsOver,
} from '../../../src/messages/decide-tab.ts';

import { type Action, Notice } from '../../common/layout.tsx';
import type { Ready } from '../state/card-state.ts';
import { isSlotless } from '../state/decision-form.ts';
import type { Session } from '../state/session.ts';

interface SlotsLineProps {
  state: Ready;
  session: Session;
}

/** How many deep slots of the quarter are used and by whom: before a decision, or after it. */
export function SlotsLine({ state, session }: SlotsLineProps) {
  const { slots: read, done } = state.decision;
  if (read === null) return null;
  const { quarter, slots, failure } = read;
  const again: Action = { label: 'Count again', act: session.recountSlots };
  if (failure !== null)
    return (
      <Notice
        title={slotsNotCounted(quarter)}
        sentences={[failure.message]}
        link={failure.link}
        actions={[again]}
      />
    );
  if (slots === null) return <LoadingSpinner label={countingSlots(quarter)} showLabel size="xs" />;
  const used = slotsOf(quarter, slots.text);
  if (done === null) {
    if (isSlotless(state) !== true) return <Text>{used}</Text>;
    const wait: Action = { label: 'Choose Wait instead', act: session.chooseWait };
    return <Notice title={noSlotLeft(quarter)} sentences={[used]} actions={[wait]} />;
  }
  const unsure = slots.isSure ? [] : [state.record.texts.words.slotsUnsure];
  if (slots.isOver) {
    const over = slotsOver(slots.holders.length, slots.limit, quarter, holderNames(slots.holders));
    return <Notice title={over} sentences={unsure} actions={slots.isSure ? [] : [again]} />;
  }
  if (slots.isSure) return <Text>{used}</Text>;
  return <Notice title={COUNT_UNSURE} sentences={[...unsure, used]} actions={[again]} />;
}
