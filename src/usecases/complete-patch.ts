import type { Company } from '../crm/companies.ts';
import { propertyOf, textOf } from '../crm/company-properties.ts';
import { versionKey } from '../icp/profile.ts';
import { currentProfile } from '../icp/shipped-profiles.ts';
import type { Context } from './context.ts';
import { isRated, judgeCompany } from './judge-company.ts';

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

/** The first rating starts the scorecard: under the default type where none is set, by the current profile of the type. */
function startOf(
  company: Company,
  written: Record<string, string>,
  context: Context,
): Record<string, string> {
  const before = judgeCompany(company, context);
  const after = judgeCompany(withProperties(company, written), context);
  if (before.profileVersion !== null || !isRated(after)) return {};
  const { properties } = withProperties(company, written);
  const startsHere = textOf(properties, 'partner_type') === null && !isRated(before);
  const type = startsHere ? context.defaultType : after.scorecard.type;
  const profile = type === null ? null : currentProfile(context.profiles, type);
  return {
    ...(startsHere && { [propertyOf('partner_type')]: context.defaultType }),
    ...(profile !== null && { [propertyOf('profile_version')]: versionKey(profile) }),
  };
}

function withProperties({ properties }: Company, written: Record<string, string>) {
  return { properties: { ...properties, ...written } };
}
