import { type Behaviour, recorded } from '../behaviour.ts';

/** Faults happen on demand alone; what is listed is that HubSpot has them. */
export const FAULT_BEHAVIOURS: readonly Behaviour[] = [
  recorded('423 for about two seconds, 477 with Retry-After', 'error handling guide and public reports'),
  recorded('502, 503, 504 and 524 as pages of a gateway, before or after the write', 'public reports'),
  recorded('one bad input that fails a whole batch with 409', 'public reports'),
];
