import type { FieldValue } from '../icp/fields.ts';

/** One change of a save. Applied only when the field still has the value that was seen. */
export interface WantedChange {
  seen: FieldValue;
  value: FieldValue;
}

/** The fields of a decision that its author sees and sets. `decided_at` is new with each one, the same one again too. */
export type DecisionChanges = Readonly<
  Record<'decision' | 'decision_quarter' | 'decision_reason' | 'ask_again_on' | 'decided_at', WantedChange>
>;
