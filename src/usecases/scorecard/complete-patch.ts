import type { Company } from '../../crm/companies.ts';
import { propertyOf, textOf } from '../../crm/properties.ts';
import { type PartnerType, isPartnerType } from '../../icp/partner-types.ts';
import { versionKey } from '../../icp/profile.ts';
import { currentProfile } from '../../icp/profile-versions.ts';
import type { Context } from '../context.ts';
import { isRated, judgeCompany } from './judge.ts';
import { startTypeOf } from './profile-of-company.ts';

/**
 * Adds to a write what follows from it: the start of a scorecard, its verdict, and with the lane the lane's trail.
 * Answers only what differs from what the company holds.
 */
export function completePatch(
  company: Company,
  written: Record<string, string>,
  context: Context,
): Record<string, string> {
  const started = { ...written, ...startOf(company, written, context) };
  const { drift } = judgeCompany(withProperties(company, started), context);
  const lane = propertyOf('lane');
  const laneTrail = {
    [propertyOf('previous_lane')]: company.properties[lane] ?? '',
    [propertyOf('lane_changed_at')]: context.now().toISOString(),
  };
  const whole = { ...started, ...drift, ...(drift[lane] !== undefined && laneTrail) };
  return Object.fromEntries(
    Object.entries(whole).filter(([name, value]) => value !== (company.properties[name] ?? '')),
  );
}

/**
 * The first rating starts the scorecard: under the type that is set or the one to start with, by its current profile.
 * Another type stamps its own current profile.
 */
function startOf(
  company: Company,
  written: Record<string, string>,
  context: Context,
): Record<string, string> {
  const before = judgeCompany(company, context);
  const after = judgeCompany(withProperties(company, written), context);
  const { properties } = withProperties(company, written);
  if (before.profileVersion !== null) {
    const type = written[propertyOf('partner_type')];
    return isPartnerType(type) && type !== before.profile.type ? stampOf(type, context) : {};
  }
  if (!isRated(after)) return {};
  const startsHere = textOf(properties, 'partner_type') === null && !isRated(before);
  if (!startsHere) return after.scorecard.type === null ? {} : stampOf(after.scorecard.type, context);
  const type = startTypeOf(properties, context);
  return { [propertyOf('partner_type')]: type, ...stampOf(type, context) };
}

function stampOf(type: PartnerType, { profiles }: Context): Record<string, string> {
  const profile = currentProfile(profiles, type);
  return profile === null ? {} : { [propertyOf('profile_version')]: versionKey(profile) };
}

function withProperties({ properties }: Company, written: Record<string, string>) {
  return { properties: { ...properties, ...written } };
}
