import { useSyncExternalStore } from 'react';

import { dayInWords } from '../../../src/icp/day-in.ts';
import { typedNumber } from '../../../src/messages/fact-lines.ts';

import type { Ready } from '../state/card-state.ts';
import { shownValue } from '../state/drafts.ts';
import type { FactsState } from '../state/facts-state.ts';
import { hasSentence } from '../state/sentence-in-text.ts';
import type { Session } from '../state/session.ts';
import type { FactKey } from './facts-of-questions.ts';

type Watched = Pick<Session, 'read' | 'subscribe'>;

/** The facts from the CRM. Who uses this is drawn anew when they change, and not at a click or keystroke. */
export function useFacts(session: Watched): FactsState | null {
  return useReady(session, ({ facts }) => facts, null);
}

/** `typed: 12 on 20 May 2026`, where somebody typed the number that was counted; else empty. */
export function useTyped(session: Watched, fact: FactKey): string {
  return useReady(session, (state) => typedText(state, fact), '');
}

/** Whether the evidence or note of that name has the sentence. */
export function useIsUsed(session: Watched, field: string, sentence: string): boolean {
  return useReady(session, (state) => hasSentence(String(shownValue(state, field) ?? ''), sentence), false);
}

/** @param pick gives the same value for the same state */
function useReady<Value>({ read, subscribe }: Watched, pick: (state: Ready) => Value, before: Value): Value {
  return useSyncExternalStore(subscribe, () => {
    const state = read();
    return state.phase === 'ready' ? pick(state) : before;
  });
}

const TYPED: Readonly<Partial<Record<FactKey, string>>> = {
  'shared-customers': 'shared_customers',
  'companies-asking': 'companies_asking',
};

function typedText(state: Ready, fact: FactKey): string {
  const field = TYPED[fact];
  const value = field === undefined ? null : shownValue(state, field);
  if (field === undefined || typeof value !== 'number') return '';
  const change = state.record.changes[field];
  if (state.edits[field] !== undefined) return typedNumber(`${value}, not saved`);
  return typedNumber(change === undefined ? String(value) : `${value} on ${dayInWords(change.on)}`);
}
