import { ratingOf } from '../../../src/icp/ratings.ts';
import { CONFIRM_FIELD, TYPE_FIELD, stillToConfirm, typeChange } from '../../../src/icp/type-change.ts';
import type { WantedChange } from '../../../src/contract/wanted-change.ts';
import type { Ready } from './card-state.ts';
import { type Edits, faultyFields, isTypeAtFault, shownValue } from './drafts.ts';
import { isTypeChanging, savable } from './type-choice.ts';

/** What one save sends. */
export interface Sending {
  /** The edits among the changes; the answer tells which of them were saved. */
  sent: Edits;
  changes: Readonly<Record<string, WantedChange>>;
}

/**
 * Chooses what to send. A change of type is sent with every other edit, and with each field that it reads or changes, so
 * that it is held where somebody changed one. Ratings are sent with the type under which they were given, so that they are
 * never stored under a type that somebody else set meanwhile; so is "Still holds", with the rating that it is said of. What
 * is no count or day stays behind alone.
 *
 * @param only the fields to save; none updates the stored verdict
 */
export function changesToSend(state: Ready, only?: readonly string[]): Sending {
  const drafted = savable(state);
  const faulty = faultyFields(drafted).map(({ name }) => name);
  const edits = Object.fromEntries(Object.entries(drafted.edits).filter(([name]) => !faulty.includes(name)));
  const isWhole = only === undefined || (only.length > 0 && edits[TYPE_FIELD] !== undefined);
  const sent = isWhole
    ? edits
    : Object.fromEntries(Object.entries(edits).filter(([name]) => only.includes(name)));
  const changes = Object.fromEntries(
    Object.entries(sent).map(([name, { seen, value }]) => [name, { seen, value }]),
  );
  if (sent[TYPE_FIELD] !== undefined) return { sent, changes: { ...namedByTypeChange(state), ...changes } };
  if (!isAsserted(state, sent)) return { sent, changes };
  const { profile, scorecard } = state.record;
  const assertion = { seen: scorecard.type, value: scorecard.type ?? profile.type };
  return { sent, changes: { ...ratingsConfirmed(state, sent), ...changes, [TYPE_FIELD]: assertion } };
}

/** "Still holds" is said of the rating in sight: another one that somebody gave meanwhile is not confirmed by it. */
function ratingsConfirmed({ record }: Ready, sent: Edits): Sending['changes'] {
  const confirmation = sent[CONFIRM_FIELD];
  if (confirmation === undefined) return {};
  const left = confirmation.value as readonly string[];
  const waiting = (confirmation.seen as readonly string[]).filter((key) => !left.includes(key));
  const unanswered = stillToConfirm({ toConfirm: waiting }, (name) => sent[name] !== undefined);
  return Object.fromEntries(
    unanswered.map((key) => {
      const rating = ratingOf(record.scorecard.ratings, key);
      return [key, { seen: rating, value: rating }];
    }),
  );
}

function namedByTypeChange(state: Ready): Sending['changes'] {
  if (!isTypeChanging(state)) return {};
  const change = Object.entries(typeChange(state.record.scorecard));
  return Object.fromEntries(
    change.map(([name, { seen }]) => [name, { seen, value: shownValue(state, name) }]),
  );
}

function isAsserted(state: Ready, sent: Edits): boolean {
  const { profile } = state.record;
  return (
    !isTypeAtFault(state.record) &&
    (sent[CONFIRM_FIELD] !== undefined ||
      profile.dimensions.some(({ key }) => sent[key] !== undefined || sent[`${key}_evidence`] !== undefined))
  );
}
