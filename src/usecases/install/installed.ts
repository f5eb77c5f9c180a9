import type { PartnerType } from '../../icp/partner-types.ts';
import type { Context } from '../context.ts';
import { installedTypes as typesIn } from '../scorecard/ready-types.ts';
import { Refused } from '../refused.ts';

/** The partner types whose properties are among those that the portal has. */
export function installedTypes(
  present: ReadonlySet<string>,
  context: Pick<Context, 'profiles'>,
): PartnerType[] {
  return typesIn(present, context);
}

/** @throws Refused `not-installed` when no partner type can be scored in this portal */
export function requireInstalled(present: ReadonlySet<string>, context: Pick<Context, 'profiles'>): void {
  if (installedTypes(present, context).length > 0) return;
  throw new Refused(
    'not-installed',
    'Partner ICP is not installed in this portal. An admin has to run the installer: icp install.',
  );
}
