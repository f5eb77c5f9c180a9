import { TRIAGE_UNSIGNED } from '../../messages/triage.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';

/**
 * Several companies are read and changed at once only for a person whom HubSpot has signed: a claim would open a whole
 * portal to whoever forges it.
 *
 * @throws Refused `not-allowed`
 */
export function requireSigned({ person }: Pick<Context, 'person'>): void {
  if (person === null) throw new Refused('not-allowed', TRIAGE_UNSIGNED);
}
