/**
 * - `policy`: an entry of the policy log, `policy@3`
 * - `profile`: the body of a published profile, `technology@3`
 * - `profile-draft`: the draft of a profile, `draft:technology`, or of the settings, `draft:settings`
 * - `scorecard-draft`: unsaved edits of a person, `<company id>:<user id>`
 */
export const ENTRY_KINDS = ['policy', 'profile', 'profile-draft', 'scorecard-draft'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The most characters that a text of an entry may have: what HubSpot keeps in a property. */
export const LONGEST_TEXT = 65_536;

interface Entry {
  key: string;
  kind: EntryKind;
  body: string;
  by: string;
  at: string;
  reason: string;
  companyId?: string;
}

/**
 * The kind of a stored entry. Its key says it, so that an entry whose kind was edited is damaged rather than gone.
 *
 * @returns null for a kind that this version does not know
 */
export function kindOf(key: string, stored: string): EntryKind | null {
  if (/^policy@\d+$/.test(key)) return 'policy';
  if (/^[a-z-]+@\d+$/.test(key)) return 'profile';
  return ENTRY_KINDS.find((known) => known === stored) ?? null;
}

/** Whether an entry of the key belongs to the log, and is never edited or deleted. */
export function isOfLog(key: string): boolean {
  return ['policy', 'profile'].includes(kindOf(key, '') ?? '');
}

/**
 * An entry as the home of either edition keeps it: HubSpot keeps no white space around a text and writes times in its own
 * form, PostgreSQL keeps no NUL and no half of a surrogate pair.
 */
export function keptEntry<Given extends Entry>({
  companyId,
  ...entry
}: Given): Omit<Given, 'companyId'> & Entry {
  return {
    ...entry,
    body: storable(entry.body),
    by: storable(entry.by).trim(),
    at: timeOf(entry.at),
    reason: storable(entry.reason).replace(/\r\n?/g, '\n').trim(),
    ...(companyId !== undefined && companyId !== '' && { companyId }),
  };
}

/** Everything that a kept entry says, each part apart from the others: what a checksum is taken over. */
export function wholeText(entry: Entry): string {
  const { key, kind, body, by, at, reason, companyId = '' } = keptEntry(entry);
  return JSON.stringify([key, kind, body, by, at, reason, companyId]);
}

/** The length of the longest text of an entry, in characters. */
export function longestText({ body, by, reason }: Entry): number {
  return Math.max(body.length, by.length, reason.length);
}

/** A time in ISO 8601. HubSpot also answers milliseconds; what is no time stays as it is. */
export function timeOf(text: string): string {
  const at = new Date(/^\d+$/.test(text) ? Number(text) : text);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}

function storable(text: string): string {
  const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  return text.replaceAll('\0', '\ufffd').replace(halves, '\ufffd');
}
