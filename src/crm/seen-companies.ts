import type { NamedCompany } from './companies.ts';

/** Companies whose records were read a moment ago, each to be used once. */
export interface SeenCompanies {
  add: (company: NamedCompany) => void;
  /** The company, unless it was read too long ago or was taken already. */
  take: (companyId: string) => NamedCompany | null;
  /** Whether any was read in the last five minutes. A load reads the policy too. */
  isRecent: () => boolean;
}

/** A card gathers facts right after its load. Somebody may rename the company any time later. */
const KEPT_MS = 30_000;
const RECENT_MS = 5 * 60_000;
const MOST = 100;

/** @param now milliseconds; only differences count */
export function keepSeen(now: () => number): SeenCompanies {
  const seen = new Map<string, { company: NamedCompany; at: number }>();
  let last = -Infinity;
  return {
    isRecent: () => now() - last < RECENT_MS,
    add: ({ id, name, domain }) => {
      last = now();
      seen.delete(id);
      seen.set(id, { company: { id, name, domain }, at: now() });
      const [oldest = id] = seen.keys();
      if (seen.size > MOST) seen.delete(oldest);
    },
    take: (companyId) => {
      const found = seen.get(companyId);
      seen.delete(companyId);
      return found !== undefined && now() - found.at < KEPT_MS ? found.company : null;
    },
  };
}
