import type { Company } from '../../crm/companies.ts';
import type { Context } from '../context.ts';
import { judgeCompany } from './judge.ts';
import { Refused } from '../refused.ts';

/** Properties are missing, or what stands there belongs to another profile or a newer app. Null when it may be written. */
export function whyUnwritable(company: Company, context: Context): Refused | null {
  const { state, missing, untouchable } = judgeCompany(company, context);
  if (state === 'not-installed')
    return new Refused(
      'not-installed',
      'Partner ICP is not installed in this portal. An admin has to run the installer: icp install.',
    );
  const [deleted] = missing;
  if (deleted !== undefined)
    return new Refused(
      'not-installed',
      `The property ${missing.join(', ')} was deleted in HubSpot. Nothing was written. An admin has to run the installer again: icp install.`,
      { field: deleted },
    );
  if (untouchable === null) return null;
  const { code, field, message } = untouchable;
  return new Refused(code, `${message} Nothing was written.`, field === null ? {} : { field });
}
