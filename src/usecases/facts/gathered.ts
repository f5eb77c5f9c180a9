import type { Gathered } from '../../contract/facts.ts';
import { CrmError, isForbidden } from '../../crm/client/errors.ts';
import { isTooShort } from '../../icp/partner-name.ts';
import { isInvisible } from '../../icp/visible-text.ts';
import { NO_COMPANY_NAME, factFailed, factNotAllowed, nameTooShort } from '../../messages/facts.ts';

/** The partner that facts are about. */
export interface Partner {
  id: string;
  /** As its company has it. */
  name: string;
}

/** A fact, or why HubSpot gave none. One source that fails leaves the others alone. */
export async function gathered<Fact>(reading: () => Promise<Gathered<Fact>>): Promise<Gathered<Fact>> {
  try {
    return await reading();
  } catch (error) {
    if (isForbidden(error)) return { state: 'not-allowed', message: factNotAllowed(error.message) };
    if (error instanceof CrmError) return { state: 'failed', message: factFailed(error.message) };
    throw error;
  }
}

/** Why the name cannot be looked for; null where it can. */
export function nameFault({ name }: Partner): { state: 'no-name'; message: string } | null {
  if (isInvisible(name)) return { state: 'no-name', message: NO_COMPANY_NAME };
  return isTooShort(name) ? { state: 'no-name', message: nameTooShort(name) } : null;
}
