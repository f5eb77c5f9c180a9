import type { EntryKind } from '../icp/kept-entry.ts';

/** One entry of the home, by its unique key. Entries of the kinds `policy` and `profile` are never edited. */
export interface HomeEntry {
  key: string;
  kind: EntryKind;
  /** JSON, at most 65,536 characters. */
  body: string;
  /** Who wrote it, as they are named. */
  by: string;
  /** ISO 8601. */
  at: string;
  /** Empty where none was given. */
  reason: string;
  /** Of a scorecard draft: the id of its company, by which the drafts of a company are found. */
  companyId?: string;
}

/** An entry as it was read. */
export interface StoredEntry extends HomeEntry {
  /** False where the checksum does not fit: somebody edited it by other means. Nothing may be derived from it. */
  isIntact: boolean;
}

/**
 * Where a portal keeps its policy and drafts. Each edition has one: `crm` implements that of the private edition.
 *
 * A portal without a home answers null or `no-home`, and is judged by the shipped profiles. Every other failure is thrown:
 * a home that cannot be read is not empty.
 */
export interface PolicyHome {
  /** The same home for work in bulk, which leaves calls to people who wait. @param signal ends it between two attempts */
  inBulk: (signal?: AbortSignal) => PolicyHome;
  /** Reads entries by key, in any number. Those that do not exist are not in the map. @throws CrmError */
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, StoredEntry> | null>;
  /** Adds an entry unless its key is taken. Of two at the same time one wins. @throws CrmError */
  insert: (entry: HomeEntry) => Promise<'inserted' | 'taken' | 'no-home'>;
  /** Writes a draft, whether or not there is one under its key. Never for a policy or a profile. @throws CrmError */
  put: (entry: HomeEntry) => Promise<'written' | 'no-home'>;
  /** Deletes drafts. Those that are gone already are no failure. @throws CrmError */
  remove: (keys: readonly string[]) => Promise<void>;
  /** Reads every entry of a kind, in no order, without a search, which lags. @throws CrmError */
  list: (kind: EntryKind) => Promise<StoredEntry[] | null>;
  /** The drafts of a company, by a search that may lag some seconds. @throws CrmError */
  draftsOf: (companyId: string) => Promise<StoredEntry[]>;
  /**
   * Restores entries that were edited or deleted by other means, as they were written. Intact ones stay and are named in
   * neither list; of those that are `lost` nothing is left.
   *
   * @throws CrmError
   */
  restore: (keys: readonly string[]) => Promise<{ restored: string[]; lost: string[] }>;
  /** The newest edit by other means of each entry that is not intact any more, by key. @throws CrmError */
  editsOf: (keys: readonly string[]) => Promise<ReadonlyMap<string, EntryEdit>>;
}

/** An edit of an entry by other means. */
export interface EntryEdit {
  /** ISO 8601. */
  at: string;
  /** Through what: CRM_UI, IMPORT, ... or the name of an app. */
  source: string;
  /** HubSpot's id of the user, where it names one. */
  user: string | null;
}
