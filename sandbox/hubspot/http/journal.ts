/** One call as it arrived. */
export interface JournalEntry {
  /** Counts up from 1. */
  readonly id: number;
  readonly at: Date;
  readonly method: string;
  /** With its query; tokens and secrets are removed. */
  readonly path: string;
  /** The token's sourceId; undefined when the token was missing or unknown. */
  readonly actor: string | undefined;
  /** The last four characters of the token. */
  readonly tokenEnd: string | undefined;
  /** The scopes that were used; empty when refused earlier, or when none were needed. */
  scopes: readonly string[];
  /** 0 when there was no response (hang, reset). */
  status: number;
  /** The kind of fault that applied. */
  fault: string | undefined;
  /** Real milliseconds until the response or the end of the connection; undefined until then. */
  ms: number | undefined;
}

export interface Journal {
  /** Oldest first. */
  readonly entries: () => readonly Readonly<JournalEntry>[];
  readonly clear: () => void;
}

export interface JournalBook extends Journal {
  /** Gives the entry its id and keeps it. */
  readonly add: (entry: Omit<JournalEntry, 'id'>) => JournalEntry;
}

const MAX_ENTRIES = 50_000;

/** Keeps at least the newest 50,000 calls, to bound memory. */
export function openJournal(): JournalBook {
  let entries: JournalEntry[] = [];
  let lastId = 0;
  return {
    entries: () => [...entries],
    clear: () => void (entries = []),
    add: (entry) => {
      lastId += 1;
      const kept = { ...entry, id: lastId };
      entries.push(kept);
      if (entries.length > MAX_ENTRIES * 2) entries = entries.slice(-MAX_ENTRIES);
      return kept;
    },
  };
}

const SECRET_PARAMS = /([?&](?:hapikey|client_secret|refresh_token|access_token|token|code)=)[^&]*/gi;
const SECRET_SEGMENT = /(\/(?:access|refresh)-tokens\/)[^/?]+/i;

/** Replaces tokens and secrets in a path. */
export function withoutSecrets(path: string): string {
  return path.replace(SECRET_SEGMENT, '$1...').replaceAll(SECRET_PARAMS, '$1...');
}
