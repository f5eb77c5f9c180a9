import type { PolicyLogEntry, Published } from '../../contract/policy.ts';
import { dayOfTime } from '../../icp/day-in.ts';
import { isPartnerType } from '../../icp/partner-types.ts';
import { versionKey } from '../../icp/profile.ts';
import type { Context } from '../context.ts';
import type { Entry, Policy } from './known-policy.ts';

type Knowledge = Pick<Context, 'policy' | 'installation'>;

/**
 * Who published a version, when and why. Null for a shipped one, and for one that is not known. The entry of the log says
 * it: a body may have been inserted by a run that broke off before.
 */
export function publishedOf(key: string, { policy, installation }: Knowledge): Published | null {
  return publishedIn(policy.current(), key, installation.current().zone);
}

/** @param zone the portal's time zone */
export function publishedIn(policy: Policy, key: string, zone: string | null): Published | null {
  const named = policy.log.find(({ body: { act } }) => act.kind === 'published' && act.profile === key);
  const entry = named ?? policy.published.get(key);
  return entry === undefined ? null : signature(entry, zone);
}

/** The log as doors answer it, newest first. */
export function logOf(policy: Policy, zone: string | null): PolicyLogEntry[] {
  return policy.log
    .map((entry, index): PolicyLogEntry => {
      const { body, at } = entry;
      const signed = signature(entry, zone);
      const heldUntil = replacedDay(policy, index);
      return {
        policy: body.version,
        ...{ at, act: body.act, ...signed },
        heldUntil: heldUntil !== null && heldUntil > signed.on ? heldUntil : null,
      };
    })
    .reverse();
}

/** The review date of the profile that an entry replaced; null where there was none, or it is not known. */
function replacedDay({ log, published }: Policy, index: number): string | null {
  const act = log[index]?.body.act;
  if (act === undefined || act.kind === 'settings') return null;
  const type = act.profile.split('@')[0];
  if (!isPartnerType(type)) return null;
  const version = log[index - 1]?.body.current[type] ?? 0;
  return published.get(versionKey({ type, version }))?.body.reviewDue ?? null;
}

function signature({ by, at, reason }: Pick<Entry<unknown>, 'by' | 'at' | 'reason'>, zone: string | null) {
  return { by, on: dayOfTime(zone, at) ?? at, reason };
}
