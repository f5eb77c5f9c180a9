import type { PolicyState } from '../../contract/policy.ts';
import type { Context } from '../context.ts';
import { openPolicy } from './open-policy.ts';
import { stateOf } from './policy-state.ts';

/** The portal's policy: settings, profiles with their versions, drafts. Two calls where nothing was published since. @throws CrmError */
export async function loadPolicy(outside: Context): Promise<PolicyState> {
  return stateOf(await openPolicy(outside));
}
