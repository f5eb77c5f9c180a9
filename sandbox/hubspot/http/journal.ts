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
  /** The last eight characters of the refresh token that was exchanged; undefined for all other calls. */
  refreshEnd?: string;
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
  /** The id of the newest call, cleared ones included; 0 before the first. */
  readonly lastId: () => number;
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
    lastId: () => lastId,
    add: (entry) => {
      lastId += 1;
      const kept = { ...entry, id: lastId };
      entries.push(kept);
      if (entries.length > MAX_ENTRIES * 2) entries = entries.slice(-MAX_ENTRIES);
      return kept;
    },
  };
}

const SECRET_NAMES = new Set([
  ...['hapikey', 'apikey', 'token', 'accesstoken', 'refreshtoken', 'authorization', 'bearer'],
  ...['clientsecret', 'secret', 'password', 'code', 'codeverifier', 'clientassertion'],
]);
const SECRET_SEGMENT = /^(access|refresh)-tokens$/i;

/**
 * Replaces tokens and secrets in a path with its query, by name, in any case and encoding.
 *
 * @param isSecret whether a text is a secret, whatever its name
 */
export function withoutSecrets(path: string, isSecret: (text: string) => boolean = () => false): string {
  const [, places = '', query] = /^([^?]*)(?:\?([^]*))?$/.exec(path) ?? [];
  const segments = places.split('/');
  const told = segments.map((segment, index) => {
    const isNamed = SECRET_SEGMENT.test(decoded(segments[index - 1] ?? ''));
    return isNamed || isSecret(decoded(segment)) ? '...' : segment;
  });
  if (query === undefined) return told.join('/');
  const fields = query.split(/([&;])/).map((field) => {
    const [name = '', ...value] = field.split('=');
    const letters = decoded(name)
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '');
    if (value.length === 0) return isSecret(decoded(name)) ? '...' : field;
    return SECRET_NAMES.has(letters) || isSecret(decoded(value.join('='))) ? `${name}=...` : field;
  });
  return `${told.join('/')}?${fields.join('')}`;
}

/** A text with a broken escape stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
