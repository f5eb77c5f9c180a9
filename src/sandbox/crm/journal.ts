/** One call as it arrived. */
export interface JournalEntry {
  readonly at: Date;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** The token's sourceId; undefined when the token was missing or unknown. */
  readonly actor: string | undefined;
  /** 0 when the call was left without an answer (hang, reset). */
  status: number;
  /** The kind of fault that met the call. */
  fault: string | undefined;
}

export interface Journal {
  /** Oldest first. */
  readonly entries: () => readonly Readonly<JournalEntry>[];
  readonly clear: () => void;
}

export interface JournalBook extends Journal {
  readonly add: (entry: JournalEntry) => void;
}

const MAX_ENTRIES = 50_000;

/** Keeps the newest 50,000 calls (a long bench must not fill the memory). */
export function openJournal(): JournalBook {
  let entries: JournalEntry[] = [];
  return {
    entries: () => [...entries],
    clear: () => void (entries = []),
    add: (entry) => {
      entries.push(entry);
      if (entries.length > MAX_ENTRIES * 2) entries = entries.slice(-MAX_ENTRIES);
    },
  };
}
