import { authorOf } from '../../crm/authorship.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';
import type { DraftEdit, DraftPart, OfferedDraft } from '../../contract/drafts.ts';
import { dayIn, dayInWords, timeIn } from '../../icp/day-in.ts';
import { isFieldValue } from '../../icp/field-values.ts';
import { type Field, type FieldValue, sameValue } from '../../icp/fields.ts';
import type { Scorecard } from '../../icp/scorecard.ts';
import { TYPE_FIELD } from '../../icp/type-change.ts';
import { type StoredDrafts, marksOf, standingParts } from './draft-entry.ts';

type Edits = DraftPart['edits'];

/** What drafts are compared with. */
export interface DraftsAgainst {
  record: CompanyRecord;
  scorecard: Scorecard;
  /** Of all known profiles. */
  fields: readonly Field[];
  /** Today in the portal's time zone. */
  asOf: string;
}

/** The parts that count, each with the edits that are still unsaved. Those of which none are, are left out. */
export function openParts(stored: StoredDrafts, against: DraftsAgainst): DraftPart[] {
  return standingParts(stored)
    .map((part) => ({ ...part, edits: openEdits(part.edits, stored.by, against) }))
    .filter(({ edits }) => Object.keys(edits).length > 0);
}

/**
 * The draft that its author is offered: of a field that several runs of the card edited, the newest edit.
 *
 * @returns null when nothing is left to offer
 */
export function offeredDraft(stored: StoredDrafts, against: DraftsAgainst): OfferedDraft | null {
  const parts = openParts(stored, against);
  const newest = parts.at(-1);
  if (newest === undefined) return null;
  const edits: Record<string, { seen: FieldValue; value: FieldValue }> = {};
  for (const part of parts)
    for (const [name, { seen, value }] of Object.entries(part.edits)) edits[name] = { seen, value };
  const { type } = parts.findLast((part) => part.edits[TYPE_FIELD] !== undefined) ?? newest;
  const labelled = against.fields.filter(({ name }) => edits[name] !== undefined);
  return {
    when: whenInWords(newest, against),
    ...{ edits, type, marks: marksOf(standingParts(stored)) },
    labels: Object.fromEntries(labelled.map(({ name, label }) => [name, label])),
  };
}

/** When a draft was written, in the portal's time zone: `today 14:38`, `25 November 14:38`. */
export function whenInWords(
  { at }: Pick<DraftPart, 'at'>,
  { record: { zone }, asOf }: DraftsAgainst,
): string {
  const time = new Date(at);
  const day = dayIn(zone, time);
  const words = day === asOf ? 'today' : dayInWords(day).replace(/ \d{4}$/, '');
  return `${words} ${timeIn(zone, time)}`;
}

/**
 * The edits that differ from what is stored, and that their author has not replaced by a later save of the field.
 *
 * A save is compared with the changes that the card knew, both by HubSpot's clock: a draft that arrives late brings
 * nothing back.
 */
function openEdits(edits: Edits, by: string, { record, scorecard, fields }: DraftsAgainst): Edits {
  const open = fields.flatMap((field): [string, DraftEdit][] => {
    const edit = Object.hasOwn(edits, field.name) ? edits[field.name] : undefined;
    if (edit === undefined || !isPossible(field, edit.value) || !isPossible(field, edit.seen)) return [];
    return isSavedSince(field.name, edit, by, record) ? [] : [[field.name, edit]];
  });
  // while the type changes, an answer equal to the stored one was given for the new type
  const isTypeChanging = open.some(([name]) => name === TYPE_FIELD);
  const differing = open.filter(([name, { value }]) => {
    const field = fields.find((each) => each.name === name);
    return (isTypeChanging && name !== TYPE_FIELD) || !sameValue(value, field?.get(scorecard) ?? null);
  });
  return Object.fromEntries(differing);
}

/** Half a date, letters in a count and a text that is too long are edits too: the card shows them with what is wrong. */
function isPossible(field: Field, value: FieldValue): boolean {
  const isTyped = field.kind === 'prose' || field.kind === 'count' || field.kind === 'date';
  return isFieldValue(field, value) || (isTyped && (typeof value === 'string' || typeof value === 'number'));
}

function isSavedSince(name: string, { since }: DraftEdit, by: string, record: CompanyRecord): boolean {
  const known = since === null ? -Infinity : Date.parse(since);
  return (record.history[name] ?? []).some((entry) => {
    const isLater = Date.parse(entry.timestamp) > known;
    return isLater && authorOf(entry, record).by?.toLowerCase() === by.toLowerCase();
  });
}
