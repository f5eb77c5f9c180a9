import type { HomeEntry, PolicyHome, StoredEntry } from '../../src/contract/policy-home.ts';

/** A home that lasts as long as the demo is made: what the OAuth edition keeps in the tables of its server. */
export function homeInMemory(entries: Map<string, HomeEntry>): PolicyHome {
  const stored = (entry: HomeEntry): StoredEntry => ({ ...entry, isIntact: true });
  const those = (isWanted: (entry: HomeEntry) => boolean) =>
    Promise.resolve([...entries.values()].filter(isWanted).map(stored));
  const home: PolicyHome = {
    inBulk: () => home,
    read: async (keys) =>
      new Map((await those(({ key }) => keys.includes(key))).map((one) => [one.key, one])),
    insert: (entry) => {
      if (entries.has(entry.key)) return Promise.resolve('taken');
      entries.set(entry.key, entry);
      return Promise.resolve('inserted');
    },
    put: (entry) => {
      entries.set(entry.key, entry);
      return Promise.resolve('written');
    },
    remove: (keys) => {
      for (const key of keys) entries.delete(key);
      return Promise.resolve();
    },
    list: (wanted) => those(({ kind }) => kind === wanted),
    draftsOf: (of) => those(({ kind, companyId }) => kind === 'scorecard-draft' && companyId === of),
    restore: (keys) => Promise.resolve({ restored: [], lost: [...keys] }),
    editsOf: () => Promise.resolve(new Map()),
  };
  return home;
}
