import { type Answer } from './answer.ts';
import { MARK } from './live.ts';

/** Fields whose text is HubSpot's. Other texts may be customer data. */
const KEPT = new Set(['status', 'category', 'subCategory', 'code', 'error', 'message', 'policyName']);
/** Fields that contain values of records. */
const VALUES = new Set(['results', 'properties', 'propertiesWithHistory']);
const MOST_ITEMS = 2;
const MOST_DEPTH = 6;

/** The part of a response that may be shown: shape, codes, and values of our own. */
export function outlineOf({ status, body }: Answer): unknown {
  const isPage = typeof body === 'string';
  return { status, body: isPage ? `<text of ${body.length} characters>` : outline(body, 'nothing', 0) };
}

/** @param of the text at hand: HubSpot's own words, nothing that may be shown, or the value of a record */
function outline(value: unknown, of: 'words' | 'nothing' | 'record', depth: number): unknown {
  if (typeof value === 'string') return of === 'words' || value.includes(MARK) ? value : '<text>';
  if (typeof value === 'number') return Math.abs(value) < 10_000 && of !== 'record' ? value : '<number>';
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MOST_DEPTH) return '<more>';
  if (Array.isArray(value)) {
    const first = value.slice(0, MOST_ITEMS).map((item) => outline(item, of, depth + 1));
    return value.length > MOST_ITEMS ? [...first, `<${value.length - MOST_ITEMS} more>`] : first;
  }
  const inner = (name: string) => {
    if (of === 'record' || VALUES.has(name)) return 'record';
    return KEPT.has(name) ? 'words' : 'nothing';
  };
  return Object.fromEntries(
    Object.entries(value).map(([name, each]: [string, unknown]) => [
      name,
      outline(each, inner(name), depth + 1),
    ]),
  );
}

/** Removes the token, the account's id, email addresses and record ids from a text. */
export function redact(text: string, { token, accountId }: { token: string; accountId: string }): string {
  return text
    .replaceAll(token, '<token>')
    .replaceAll(/pat-\w+-[\w-]{8,}/g, '<token>')
    .replaceAll(/[^\s"'<>@:,;]+@[^\s"'<>@:,;]+\.\w+/g, '<address>')
    .replaceAll(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '<uuid>')
    .replaceAll(/\d+/g, (digits) => (digits === accountId ? '<account>' : digits))
    .replaceAll(/(?<![\d.])\d{8,}(?![\d.])/g, '<id>');
}
