import type { HomeEntry, StoredEntry } from '../../contract/policy-home.ts';
import { dayInWords, dayOfTime } from '../../icp/day-in.ts';
import { NO_HOME, draftMoved } from '../../messages/policy.ts';
import { Refused } from '../refused.ts';
import type { OpenPolicy } from './open-policy.ts';

/** Who acts, and the time of the draft that they saw. */
export interface Seen {
  /** Null: none. */
  seen: string | null;
  by: string;
}

/**
 * Writes a draft unless another one stands there than was seen. One that cannot be read is written over: HubSpot's history
 * keeps it. HubSpot cannot compare and write at once: of two saves in the same moment the later one stays, and whoever
 * saved first is told by their next save.
 *
 * @param shown the time of the draft that callers are shown, null for none
 * @throws Refused `no-home`
 */
export async function keepDraft(
  open: OpenPolicy,
  { key, body, seen, by }: { key: string; body: unknown } & Seen,
  shown: string | null,
): Promise<{ open: OpenPolicy; isConflict: boolean }> {
  const { context, drafts } = open;
  const there = drafts.get(key);
  const text = JSON.stringify(body);
  // a repeat of a call whose answer was lost
  if (shown !== null && there?.isIntact === true && there.body === text && there.by === by)
    return { open, isConflict: false };
  if (shown !== null && shown !== seen) return { open, isConflict: true };
  const entry: HomeEntry = {
    ...{ key, kind: 'profile-draft', body: text, by, reason: '' },
    at: timeAfter(there?.at, context.now()),
  };
  if ((await context.home.put(entry)) === 'no-home') throw new Refused('no-home', NO_HOME);
  return { open: withDraft(open, { ...entry, isIntact: true }), isConflict: false };
}

/** Deletes a draft. One that is gone is no failure. @throws Refused `policy-moved` */
export async function discardDraft(open: OpenPolicy, key: string, { seen }: Seen): Promise<OpenPolicy> {
  const { context, policy, drafts } = open;
  if (!policy.hasHome) throw new Refused('no-home', NO_HOME);
  const there = drafts.get(key);
  if (there === undefined) return open;
  if (there.isIntact && there.at !== seen) throw draftChanged(there, open);
  await context.home.remove([key]);
  return withoutDraft(open, key);
}

export function draftChanged({ by, at }: StoredEntry, { context }: OpenPolicy): Refused {
  const on = dayOfTime(context.installation.current().zone, at) ?? at;
  return new Refused('policy-moved', draftMoved(by, dayInWords(on)), { field: 'seen' });
}

function withDraft(open: OpenPolicy, entry: StoredEntry): OpenPolicy {
  return { ...open, drafts: new Map([...open.drafts, [entry.key, entry]]) };
}

function withoutDraft(open: OpenPolicy, key: string): OpenPolicy {
  return { ...open, drafts: new Map([...open.drafts].filter(([each]) => each !== key)) };
}

/** Now, but later than the draft before: drafts are told apart by their times, and clocks differ. */
export function timeAfter(before: string | undefined, now: Date): string {
  const least = before === undefined ? NaN : Date.parse(before) + 1;
  return new Date(Math.max(now.getTime(), Number.isNaN(least) ? 0 : least)).toISOString();
}
