import type { DemoPartner } from './partners.ts';
import type { Random } from './random.ts';
import { profileOf } from './role-kinds.ts';
import type { Filled } from './step.ts';

/**
 * Splits a scorecard into the saves that led to it: a first call with one rating that differs and one missing, then what
 * was looked up, then the checks.
 */
export function scoreHistory(random: Random, partner: DemoPartner): readonly Filled[] {
  const { filled, saves } = partner;
  if (saves !== undefined) return saves;
  const fields = Object.entries(filled);
  const withoutChecks = Object.fromEntries(fields.filter(([field]) => !field.startsWith('check_')));
  const hasChecks = fields.length > Object.keys(withoutChecks).length;
  // more than two saves each would make the start slow
  const isLong = random.whole(1, 4) === 1;
  const first = () => firstCall(random, partner);
  if (!hasChecks) return isLong ? [first(), filled] : [filled];
  return [first(), ...(isLong ? [withoutChecks] : []), filled];
}

function firstCall(random: Random, { filled, type }: DemoPartner): Filled {
  const rated = profileOf(type).dimensions.flatMap(({ key }) => (key in filled ? [key] : []));
  const [otherwise, later, ...rest] = random.shuffled(rated);
  const chosen = 'partner_type' in filled ? ['partner_type', ...rest] : rest;
  const ratings = Object.fromEntries(chosen.map((key) => [key, filled[key] ?? '']));
  const now = otherwise === undefined ? undefined : filled[otherwise];
  if (otherwise === undefined || typeof now !== 'number') return ratings;
  const before = now === 5 ? 4 : now === 1 ? 2 : now + random.pick([-1, 1]);
  const isAsked = later !== undefined && random.whole(1, 2) === 1;
  return { ...ratings, [otherwise]: before, ...(isAsked ? { [later]: filled[later] ?? '' } : {}) };
}
