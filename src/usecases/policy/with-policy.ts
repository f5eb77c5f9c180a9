import type { Context } from '../context.ts';
import type { Policy } from './known-policy.ts';

/**
 * The context under the portal's own policy, read anew. Work on many records reads it once, at the beginning.
 *
 * @throws CrmError
 */
export async function withPolicy<Outside extends PolicyAccess>(outside: Outside): Promise<Outside> {
  const { policy } = await outside.policy.read(outside.home);
  return underPolicy(outside, policy);
}

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
