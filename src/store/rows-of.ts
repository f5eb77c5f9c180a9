/** The rows that a statement in plain SQL answered: both drivers give them under one name, and neither with a type. */
export function rowsOf(answer: unknown): readonly Readonly<Record<string, unknown>>[] {
  return (answer as { rows: readonly Readonly<Record<string, unknown>>[] }).rows;
}
