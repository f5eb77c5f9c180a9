import type { FieldValue } from '../icp/fields.ts';

/** One change of a save. Applied only when the field still has the value that was seen. */
export interface WantedChange {
  seen: FieldValue;
  value: FieldValue;
}
