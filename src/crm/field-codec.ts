import { isFieldValue } from '../icp/field-values.ts';
import { EMPTY_VALUES, type Field, type FieldKind, type FieldValue } from '../icp/fields.ts';
import { NO_CHECK_STATE, NO_RATING, NO_TYPE, unreadableValue } from '../messages/scorecard.ts';

/** The text that HubSpot keeps for a value; an empty text clears the property. */
export function encodeField(value: FieldValue): string {
  return Array.isArray(value) ? value.join(';') : String(value ?? '');
}

/** A value that cannot be read counts as empty and is named. */
export interface Decoded {
  value: FieldValue;
  problem: string | null;
}

/** Reads what HubSpot keeps for a field. Never throws and never guesses: `6` is no rating. */
export function decodeField(field: Pick<Field, 'name' | 'label' | 'kind'>, text: string | null): Decoded {
  if (text === null || text === '') return { value: EMPTY_VALUES[field.kind], problem: null };
  const value = valueIn(field.kind, text);
  if (isFieldValue(field, value)) return { value, problem: null };
  return {
    value: EMPTY_VALUES[field.kind],
    problem: unreadableValue(field.label, cut(text), WHY[field.kind]),
  };
}

/** A value may be 65,536 characters long, a problem is one readable line. */
function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function valueIn(kind: FieldKind, text: string): FieldValue {
  switch (kind) {
    case 'rating':
    case 'count':
      return text.trim() === '' ? text : Number(text);
    case 'types':
    case 'artifacts':
      return text.split(';').filter((item) => item !== '');
    case 'type':
    case 'state':
    case 'prose':
    case 'date':
      return text;
  }
}

const WHY: Readonly<Record<FieldKind, string>> = {
  type: NO_TYPE,
  types: 'which is not a list of partner types; it counts as none.',
  rating: NO_RATING,
  prose: 'which is longer than the card can show; it counts as empty.',
  state: NO_CHECK_STATE,
  artifacts: 'which is not a list of artifacts; it counts as none.',
  count: 'which is no whole number; it counts as unknown.',
  date: 'which is no day; it counts as unknown.',
};
