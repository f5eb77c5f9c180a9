import type { HomeEntry, PolicyHome, StoredEntry } from '../../contract/policy-home.ts';
import type { Edition } from '../../crm/installation-record.ts';
import { type EntryKind, wholeText } from '../../icp/kept-entry.ts';
import { conflicting, NO_OBJECT, noHomeToMoveTo } from '../../messages/take-over.ts';
import { Refused } from '../refused.ts';

/** What moves with a portal. Unsaved edits of scorecards stay: they end by themselves. */
export const MOVED_KINDS = ['policy', 'profile', 'profile-draft'] as const satisfies readonly EntryKind[];

/** One of the two places between which entries move: the home of an edition, however it is reached. */
export interface HomeEnd {
  edition: Edition;
  /** Every entry of the kinds that move, in no order; null where the portal has no home. @throws CrmError */
  entries: () => Promise<StoredEntry[] | null>;
  /**
   * Adds the entries that are not there, in their order. May be repeated.
   *
   * @throws Refused `policy-moved` where another entry has the key of one, before anything is written; `no-home`
   * @throws CrmError
   */
  add: (entries: readonly HomeEntry[]) => Promise<void>;
  /** Deletes those drafts that still are as given. @throws CrmError */
  drop: (drafts: readonly HomeEntry[]) => Promise<void>;
}

/** The home of an edition as an end. */
export function endOf(home: PolicyHome, edition: Edition): HomeEnd {
  const refused = (keys: readonly string[]) =>
    new Refused('policy-moved', conflicting(keys.join(', '), edition));
  return {
    edition,
    entries: async () => {
      const all: StoredEntry[] = [];
      for (const kind of MOVED_KINDS) {
        const some = await home.list(kind);
        if (some === null) return null;
        all.push(...some);
      }
      return all;
    },
    add: async (entries) => {
      const there = await home.read(entries.map(({ key }) => key));
      if (there === null) throw new Refused('no-home', noHomeToMoveTo(NO_OBJECT));
      const taken = entries.filter((entry) => {
        const other = there.get(entry.key);
        return other !== undefined && !isSameEntry(entry, other);
      });
      if (taken.length > 0) throw refused(taken.map(({ key }) => key));
      for (const entry of entries) {
        if (there.has(entry.key)) continue;
        const answer = await (entry.kind === 'profile-draft' ? home.put(entry) : home.insert(entry));
        if (answer === 'taken') throw refused([entry.key]);
        if (answer === 'no-home') throw new Refused('no-home', noHomeToMoveTo(NO_OBJECT));
      }
    },
    drop: async (drafts) => {
      const there = await home.read(drafts.map(({ key }) => key));
      const same = drafts.filter((draft) => {
        const other = there?.get(draft.key);
        return draft.kind === 'profile-draft' && other !== undefined && isSameEntry(draft, other);
      });
      await home.remove(same.map(({ key }) => key));
    },
  };
}

/** Whether an entry of one home is that of the other. One that was edited by other means is never the same. */
export function isSameEntry(entry: HomeEntry, other: StoredEntry): boolean {
  return other.isIntact && wholeText(entry) === wholeText(other);
}
