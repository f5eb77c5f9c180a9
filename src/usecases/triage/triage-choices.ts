import type { TriageChoices } from '../../contract/triage.ts';
import { PARTNER_TYPES } from '../../icp/partner-types.ts';
import { currentProfile } from '../../icp/profile.ts';
import { quartersFrom } from '../../icp/quarter.ts';
import { type Context, today } from '../context.ts';
import { OFFERED_QUARTERS } from '../decisions/decision-of.ts';
import { underPolicy } from '../policy/with-policy.ts';
import { requireSigned } from './require-signed.ts';

/** What can be chosen for several companies. @throws Refused `not-allowed`; CrmError */
export async function triageChoices(outside: Context): Promise<TriageChoices> {
  requireSigned(outside);
  const [{ policy }] = await Promise.all([
    outside.policy.read(outside.home),
    outside.installation.read(outside),
  ]);
  const context = underPolicy(outside, policy);
  const { enabledTypes } = context.settings;
  const day = today(context);
  return {
    types: PARTNER_TYPES.map(({ key }) => key).filter(
      (type) => enabledTypes.includes(type) && currentProfile(context, type) !== null,
    ),
    startType: context.defaultType,
    quarters: quartersFrom(day, OFFERED_QUARTERS),
    today: day,
  };
}
