import type { PolicyBody, ProfileBody } from '../../contract/policy.ts';
import type { HomeEntry, PolicyHome, StoredEntry } from '../../contract/policy-home.ts';
import { PARTNER_TYPES } from '../../icp/partner-types.ts';
import type { CurrentVersions, KnownProfiles, Profile } from '../../icp/profile.ts';
import { SHIPPED } from '../../icp/shipped-profiles.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../icp/settings.ts';
import { parsePolicy, parseProfileBody } from './parse-policy.ts';

/** An entry of the home with its body read. */
export interface Entry<Body> extends Pick<HomeEntry, 'by' | 'at' | 'reason'> {
  key: string;
  body: Body;
}

/** What a portal has decided, as last read. */
export interface Policy extends KnownProfiles {
  /** False: the portal has no home and is judged by the shipped profiles. */
  hasHome: boolean;
  /** The number of the newest entry of the log; 0 before the first. */
  version: number;
  settings: Settings;
  /** The entries of the log, oldest first. Those that cannot be read are left out. */
  log: readonly Entry<PolicyBody>[];
  /** The published profiles, by version key. */
  published: ReadonlyMap<string, Entry<ProfileBody>>;
  /** Keys of entries that are missing or were edited by other means: nothing is derived from them. */
  damaged: readonly string[];
}

/** Whether the newest entry of the log can be read. Else what it decided is not known. */
export function isNewestRead({ version, log }: Policy): boolean {
  return version === 0 || log.at(-1)?.body.version === version;
}

/** The policy of a portal that has published nothing. */
export const NO_POLICY: Policy = {
  ...SHIPPED,
  hasHome: false,
  version: 0,
  settings: DEFAULT_SETTINGS,
  log: [],
  published: new Map(),
  damaged: [],
};

/** The policy of one portal, kept as long as the process: entries are never edited, so that only newer ones are asked for. */
export interface KnownPolicy {
  /** As last read; that of a portal without any before the first `read`. */
  current: () => Policy;
  /**
   * Reads what was added since. One call where nothing was, and one more for the bodies of new profiles. The entries of
   * further keys come with it; those that do not exist are absent.
   *
   * @throws CrmError
   */
  read: (home: PolicyHome, alsoKeys?: readonly string[]) => Promise<PolicyReading>;
}

export interface PolicyReading {
  policy: Policy;
  entries: ReadonlyMap<string, StoredEntry>;
}

/** How many entries of the log are asked for at a cold start: a call of HubSpot's takes a hundred keys. */
const COLD = 90;
/** How many behind the last known one. */
const AHEAD = 5;

/** The key of an entry of the policy log. */
export function policyKey(version: number): string {
  return `policy@${version}`;
}

export function keepPolicy(): KnownPolicy {
  let known = NO_POLICY;
  return {
    current: () => known,
    read: async (home, alsoKeys = []) => {
      // readings at the same time begin from the same state, and the one that knows more stays
      const before = known;
      const { entries, log, hasHome } = await readLog(home, before, alsoKeys);
      if (!hasHome) known = NO_POLICY;
      else if (log.length > 0 || before.damaged.length > 0 || !before.hasHome) {
        const read = await withEntries(home, before, log);
        if (known === before || read.version >= known.version) known = read;
      }
      return { policy: known, entries };
    },
  };
}

/** The entries of the log after the known ones, and the further keys that were asked for. */
async function readLog(home: PolicyHome, known: Policy, alsoKeys: readonly string[]) {
  const entries = new Map<string, StoredEntry>();
  const log: StoredEntry[] = [];
  let from = known.damaged.length > 0 ? 1 : known.version + 1;
  let others = alsoKeys;
  let length = from === 1 ? COLD : AHEAD;
  for (let isThrough = false; !isThrough; length = COLD) {
    const keys = Array.from({ length }, (_, index) => policyKey(from + index));
    const found = await home.read([...keys, ...others]);
    if (found === null) return { entries, log: [], hasHome: false };
    for (const key of others) setIfThere(entries, key, found.get(key));
    const next = keys.flatMap((key) => found.get(key) ?? []);
    log.push(...next);
    // a deleted entry at the end of a batch must not hide those behind it
    const last = keys.length === COLD ? keys.slice(-AHEAD) : keys.slice(-1);
    isThrough = last.every((key) => !found.has(key));
    from += keys.length;
    others = [];
  }
  return { entries, log, hasHome: true };
}

function setIfThere<Value>(map: Map<string, Value>, key: string, value: Value | undefined): void {
  if (value !== undefined) map.set(key, value);
}

/** What a policy becomes with further entries of its log. Damaged ones are read anew each time: they may be repaired. */
async function withEntries(home: PolicyHome, known: Policy, stored: readonly StoredEntry[]): Promise<Policy> {
  const damaged: string[] = [];
  const added = stored.flatMap((entry) => {
    const body = parsePolicy(entry);
    if (body !== null) return [{ ...signed(entry), body }];
    damaged.push(entry.key);
    return [];
  });
  const isAnew = known.damaged.length > 0;
  const log = isAnew ? added : [...known.log, ...added];
  const named = new Set(
    log.flatMap(({ body }) =>
      Object.entries(body.current).flatMap(([type, version]) => (version > 0 ? [`${type}@${version}`] : [])),
    ),
  );
  const published = new Map(known.published);
  const unknown = [...named].filter((key) => !published.has(key));
  const bodies = unknown.length === 0 ? new Map<string, StoredEntry>() : await home.read(unknown);
  for (const key of unknown) {
    const entry = bodies?.get(key);
    const body = entry === undefined ? null : parseProfileBody(entry);
    if (entry === undefined || body === null) damaged.push(key);
    else published.set(key, { ...signed(entry), body });
  }
  const last = log.at(-1)?.body;
  const version = numberOf(stored.at(-1)?.key) ?? known.version;
  const there = new Set(stored.map(({ key }) => key));
  for (let number = isAnew ? 1 : known.version + 1; number < version; number += 1)
    if (!there.has(policyKey(number))) damaged.push(policyKey(number));
  return {
    ...{ hasHome: true, version, log, published, damaged },
    profiles: profilesOf(published, known),
    settings: last?.settings ?? DEFAULT_SETTINGS,
    // only the newest entry says which versions are current
    current: (last?.version ?? 0) === version ? (last?.current ?? {}) : UNKNOWN_VERSIONS,
  };
}

/** No profile has such a version. */
const UNKNOWN_VERSIONS: CurrentVersions = Object.fromEntries(PARTNER_TYPES.map(({ key }) => [key, -1]));

function signed({ key, by, at, reason }: StoredEntry) {
  return { key, by, at, reason };
}

function numberOf(key: string | undefined): number | null {
  return key === undefined ? null : Number(key.slice(key.indexOf('@') + 1));
}

/** The same list as long as nothing was published, since what follows from a list is kept by it. */
function profilesOf(published: Policy['published'], known: Policy): readonly Profile[] {
  if (published.size === known.published.size) return known.profiles;
  return [...SHIPPED.profiles, ...[...published.values()].map(({ body }) => body.profile)];
}
