import { TYPE_FIELD } from '../../../src/icp/type-change.ts';
import type { WantedChange } from '../../../src/contract/scorecard-record.ts';
import type { Ready } from './card-state.ts';
import { type Edits, isTypeAtFault } from './drafts.ts';
import { savable } from './type-choice.ts';

/** What one save sends. */
export interface Sending {
  /** The edits among the changes; the answer tells which of them were saved. */
  sent: Edits;
  changes: Readonly<Record<string, WantedChange>>;
}

/**
 * Chooses what to send. A change of type is sent with every other edit. Ratings are sent with the type under which they
 * were given, so that they are never stored under a type that somebody else set meanwhile.
 *
 * @param only the fields to save; none updates the stored verdict
 */
export function changesToSend(state: Ready, only?: readonly string[]): Sending {
  const { edits } = savable(state);
  const isWhole = only === undefined || (only.length > 0 && edits[TYPE_FIELD] !== undefined);
  const sent = isWhole
    ? edits
    : Object.fromEntries(Object.entries(edits).filter(([name]) => only.includes(name)));
  const { profile, scorecard } = state.record;
  const isAsserted =
    sent[TYPE_FIELD] === undefined &&
    !isTypeAtFault(state.record) &&
    profile.dimensions.some(({ key }) => sent[key] !== undefined || sent[`${key}_evidence`] !== undefined);
  const changes = Object.fromEntries(
    Object.entries(sent).map(([name, { seen, value }]) => [name, { seen, value }]),
  );
  if (!isAsserted) return { sent, changes };
  const assertion = { seen: scorecard.type, value: scorecard.type ?? profile.type };
  return { sent, changes: { ...changes, [TYPE_FIELD]: assertion } };
}
