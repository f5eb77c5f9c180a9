import { inBulk } from '../../crm/client/client.ts';
import type { Context } from '../context.ts';
import type { Policy } from './known-policy.ts';

/**
 * The context for work on many records: under the portal's own policy, read once at the beginning, and with the priority
 * of work in bulk.
 *
 * @param signal ends the work between two attempts of a call
 * @throws CrmError
 */
export async function inBulkUnderPolicy<Outside extends BulkAccess>(
  outside: Outside,
  signal?: AbortSignal,
): Promise<Outside> {
  const bulk = { ...outside, crm: inBulk(outside.crm, signal), home: outside.home.inBulk(signal) };
  // a portal that is known to have no home is not asked for one
  await bulk.installation.read(bulk);
  const { policy } = await bulk.policy.read(bulk.home);
  return underPolicy(bulk, policy);
}

type BulkAccess = PolicyAccess & Pick<Context, 'crm' | 'installation'>;

type PolicyAccess = Pick<Context, 'home' | 'policy' | 'profiles' | 'current' | 'settings' | 'defaultType'>;

/** The context under a policy that was read. Before the first entry the door says what the default type is. */
export function underPolicy<Outside extends PolicyAccess>(outside: Outside, policy: Policy): Outside {
  const { profiles, current, settings, version } = policy;
  const isNone = version === 0;
  return {
    ...outside,
    ...(isNone ? {} : { profiles, current }),
    settings,
    defaultType: isNone ? outside.defaultType : settings.defaultType,
  };
}
