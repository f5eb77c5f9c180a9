import type { Company } from '../../crm/companies.ts';
import { propertyOf } from '../../crm/properties.ts';
import { CONFIRMED_PER_TYPE } from '../../icp/type-change.ts';
import { ratingOf } from '../../icp/ratings.ts';
import type { Judgement } from './judge.ts';

/**
 * The dimensions whose rating was given, or last explained, while the company had another type. HubSpot's history says
 * so, no property of ours has to remember it. A new rating or new evidence confirms.
 *
 * @returns dimension keys, at most one: people
 */
export function toConfirm(
  { history }: Company,
  { profile, profileVersion, scorecard }: Pick<Judgement, 'profile' | 'profileVersion' | 'scorecard'>,
): string[] {
  const key = CONFIRMED_PER_TYPE;
  const isAsked = profile.dimensions.some((dimension) => dimension.key === key);
  if (!isAsked || profileVersion === null || ratingOf(scorecard.ratings, key) === null) return [];
  const changes = [key, `${key}_evidence`].flatMap((name) => history[propertyOf(name)]?.[0] ?? []);
  const last = Math.max(...changes.map(({ timestamp }) => Date.parse(timestamp)));
  const types = history[propertyOf('partner_type')] ?? [];
  const then = types.find(({ timestamp }) => Date.parse(timestamp) <= last)?.value ?? '';
  return then === '' || then === profile.type ? [] : [key];
}
