import { types } from 'node:util';

/** PostgreSQL's code for a second row with a unique value. */
const UNIQUE_VIOLATION = '23505';

/** Whether a statement was refused because a row with a unique value is there already. Drizzle keeps the driver's error as cause. */
export function isTaken(error: unknown, constraint: string): boolean {
  if (!types.isNativeError(error)) return false;
  const isIt = 'code' in error && error.code === UNIQUE_VIOLATION;
  if (isIt && 'constraint' in error && error.constraint === constraint) return true;
  return isTaken(error.cause, constraint);
}
