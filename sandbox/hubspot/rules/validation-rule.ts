/** What an administrator asks of the records of one type. The dated paths enforce it from 2026-09 on, v3 never does. */
export interface ValidationRule {
  /** Plural, singular or type id. */
  readonly objectType: string;
  /** The property that must have a value. */
  readonly property: string;
  /** Asked only where another property has one of these values; absent: of every create. */
  readonly when?: { readonly property: string; readonly isOneOf: readonly string[] };
}
