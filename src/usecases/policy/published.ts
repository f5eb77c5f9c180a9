import type { Published } from '../../contract/policy.ts';
import { dayIn } from '../../icp/day-in.ts';
import type { Context } from '../context.ts';

/** Who published a version, when and why. Null for a shipped one, and for one that is not known. */
export function publishedOf(
  key: string,
  { policy, installation }: Pick<Context, 'policy' | 'installation'>,
): Published | null {
  const entry = policy.current().published.get(key);
  if (entry === undefined) return null;
  const { by, at, reason } = entry;
  return { by, on: dayIn(installation.current().zone, new Date(at)), reason };
}
