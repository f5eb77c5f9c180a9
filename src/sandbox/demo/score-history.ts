import { technology } from '../../icp/profiles/technology.ts';
import type { DemoPartner } from './partners.ts';
import type { Random } from './random.ts';
import type { Filled } from './step.ts';

const DIMENSIONS = technology.dimensions.map(({ key }) => key);

/**
 * Splits what is known today into the saves that led to it: a first call with one rating seen otherwise and one not yet
 * asked, what was looked up later, and the checks.
 */
export function scoreHistory(random: Random, { filled }: DemoPartner): readonly Filled[] {
  const fields = Object.entries(filled);
  const withoutChecks = Object.fromEntries(fields.filter(([field]) => !field.startsWith('check_')));
  const hasChecks = fields.length > Object.keys(withoutChecks).length;
  // a save takes the app function its turn: more than two each would make the start slow
  const isLong = random.whole(1, 4) === 1;
  if (!hasChecks) return isLong ? [firstCall(random, filled), filled] : [filled];
  return [firstCall(random, filled), ...(isLong ? [withoutChecks] : []), filled];
}

function firstCall(random: Random, filled: Filled): Filled {
  const [otherwise, later, ...rest] = random.shuffled(DIMENSIONS.filter((key) => key in filled));
  const ratings = Object.fromEntries(rest.map((key) => [key, filled[key] ?? '']));
  const now = otherwise === undefined ? undefined : filled[otherwise];
  if (otherwise === undefined || typeof now !== 'number') return ratings;
  const before = now === 5 ? 4 : now === 1 ? 2 : now + random.pick([-1, 1]);
  const isAsked = later !== undefined && random.whole(1, 2) === 1;
  return { ...ratings, [otherwise]: before, ...(isAsked ? { [later]: filled[later] ?? '' } : {}) };
}
