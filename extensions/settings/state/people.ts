import type { PortalUser } from '../../../src/contract/policy.ts';
import type { Failure } from '../../door/ask.ts';

/** The users whom the settings may name, once they were asked for. */
export type People =
  | { state: 'unread' | 'reading' }
  | { state: 'read'; people: readonly PortalUser[] }
  | { state: 'failed'; failure: Failure };
