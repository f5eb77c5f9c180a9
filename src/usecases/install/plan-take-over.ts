import type { HomeEntry, StoredEntry } from '../../contract/policy-home.ts';
import type { Edition } from '../../crm/installation-record.ts';
import { conflicting, damagedAtSource, onlyAtTarget } from '../../messages/take-over.ts';
import { policyKey } from '../policy/known-policy.ts';
import { parsePolicy, parseProfileBody } from '../policy/parse-policy.ts';
import type { MOVED_KINDS } from './home-end.ts';
import { isSameEntry } from './home-end.ts';

/** What a move to the other edition would write, and what stands in its way. */
export interface TakeOverPlan {
  from: Edition;
  to: Edition;
  /** The entries of the source that the target lacks, in the order in which they are added. */
  missing: HomeEntry[];
  /** How many the target has already, from a run that broke off. */
  there: number;
  /** The portal is moved only where there are none. */
  obstacles: Obstacle[];
}

/** What stands in the way, in a sentence. */
export interface Obstacle {
  code: 'policy-damaged' | 'policy-moved' | 'no-home';
  message: string;
}

/**
 * Compares two homes entry by entry.
 *
 * @param doctor the command that looks after the source
 */
export function planMove(
  source: readonly StoredEntry[],
  target: readonly StoredEntry[],
  { from, to }: Pick<TakeOverPlan, 'from' | 'to'>,
  doctor: string,
): TakeOverPlan {
  const byKey = new Map(target.map((entry) => [entry.key, entry]));
  const own = new Set(source.map(({ key }) => key));
  const damaged = damagedAmong(source);
  const taken = source.filter((entry) => {
    const other = byKey.get(entry.key);
    return other !== undefined && !damaged.includes(entry.key) && !isSameEntry(entry, other);
  });
  const further = target.filter(({ key, kind }) => !own.has(key) && kind !== 'profile-draft');
  const left = source.filter(({ key }) => !byKey.has(key));
  const obstacle = (code: Obstacle['code'], keys: readonly string[], say: (named: string) => string) =>
    keys.length === 0 ? [] : [{ code, message: say(keys.join(', ')) }];
  return {
    ...{ from, to },
    missing: inOrder(left).map(withoutMark),
    there: source.length - left.length - taken.length,
    obstacles: [
      ...obstacle('policy-damaged', damaged, (keys) => damagedAtSource(keys, doctor)),
      ...obstacle('policy-moved', keysOf(taken), (keys) => conflicting(keys, to)),
      ...obstacle('policy-moved', keysOf(further), (keys) => onlyAtTarget(keys, to)),
    ],
  };
}

/** Keys of entries that cannot be read, and of those that the log lacks: numbers, and profiles that an entry names. */
function damagedAmong(entries: readonly StoredEntry[]): string[] {
  const policies = entries.filter(({ kind }) => kind === 'policy');
  const bodies = policies.flatMap((entry) => parsePolicy(entry) ?? []);
  const unread = entries.filter((entry) => !isWhole(entry)).map(({ key }) => key);
  const newest = Math.max(0, ...policies.map(({ key }) => numberIn(key)));
  const due = new Set([
    ...Array.from({ length: newest }, (_, index) => policyKey(index + 1)),
    ...bodies.flatMap(({ current }) =>
      Object.entries(current).flatMap(([type, version]) => (version > 0 ? [`${type}@${version}`] : [])),
    ),
  ]);
  const there = new Set(keysOf(entries));
  return [...unread, ...[...due].filter((key) => !there.has(key))];
}

function isWhole(entry: StoredEntry): boolean {
  if (entry.kind === 'policy') return parsePolicy(entry) !== null;
  return entry.kind === 'profile' ? parseProfileBody(entry) !== null : entry.isIntact;
}

/** Profiles before the entries that name them, and those by their numbers: what is there at any time is a log. */
function inOrder(entries: readonly StoredEntry[]): StoredEntry[] {
  const kinds: readonly HomeEntry['kind'][] = ['profile', 'policy', 'profile-draft'];
  return [...entries].sort(
    (one, other) =>
      kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || numberIn(one.key) - numberIn(other.key),
  );
}

/** How many entries of each kind. */
export function countKinds(entries: readonly HomeEntry[]): Record<(typeof MOVED_KINDS)[number], number> {
  const count = (wanted: HomeEntry['kind']) => entries.filter(({ kind }) => kind === wanted).length;
  return {
    policy: count('policy'),
    profile: count('profile'),
    'profile-draft': count('profile-draft'),
  };
}

/** An entry as it is written. */
export function withoutMark({ key, kind, body, by, at, reason }: StoredEntry): HomeEntry {
  return { key, kind, body, by, at, reason };
}

function numberIn(key: string): number {
  return Number(key.split('@')[1] ?? 0);
}

function keysOf(entries: readonly HomeEntry[]): string[] {
  return entries.map(({ key }) => key);
}
