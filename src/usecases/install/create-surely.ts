import { CrmError } from '../../crm/client/errors.ts';
import { ATTEMPTS } from '../context.ts';

/** A create that HubSpot refuses although nothing was found before may be our own, whose answer was lost. */
const MAYBE_THERE = ['already-exists', 'invalid-request'];

/**
 * Creates one thing. A create whose answer was lost is not repeated blindly: what is there is looked at first.
 *
 * @throws CrmError when it was refused and is not there, or its fate stays unknown
 */
export async function createSurely(
  create: () => Promise<void>,
  isThere: () => Promise<boolean>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await create();
      return;
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      const isUnsure = error.code === 'unknown-outcome';
      if (!isUnsure && !MAYBE_THERE.includes(error.code)) throw error;
      if (await isThere()) return;
      if (!isUnsure || attempt >= ATTEMPTS) throw error;
    }
  }
}
