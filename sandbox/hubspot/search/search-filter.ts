import { instantOf } from '../http/instant.ts';
import { currentValue } from '../objects/current-value.ts';
import type { CrmRecord } from '../objects/record-store.ts';
import type { Portal } from '../portal/portal.ts';
import { isMultiSelect, isText, type PropertyDefinition } from '../properties/property-definition.ts';
import type { Switches } from '../switches.ts';
import type { Filter } from './search-request.ts';
import { foldedText, tokensOf } from './tokens.ts';

export type Match = (record: CrmRecord) => boolean;
type ValueMatch = (value: string) => boolean;

const NEGATIVE: Readonly<Record<string, 'EQ' | 'IN' | 'CONTAINS_TOKEN'>> = {
  NEQ: 'EQ',
  NOT_IN: 'IN',
  NOT_CONTAINS_TOKEN: 'CONTAINS_TOKEN',
};

/** The stored or derived text, "" where the property is unset. */
export function valueText(portal: Portal, record: CrmRecord, definition: PropertyDefinition): string {
  return currentValue(portal, record, definition) ?? '';
}

/** Compiles one filter into a test of records. */
export function matchFilter(portal: Portal, definition: PropertyDefinition, filter: Filter): Match {
  const { switches } = portal;
  const read = (record: CrmRecord) => valueText(portal, record, definition);
  if (filter.operator === 'HAS_PROPERTY') return (record) => read(record) !== '';
  if (filter.operator === 'NOT_HAS_PROPERTY') return (record) => read(record) === '';
  const positive = NEGATIVE[filter.operator];
  if (positive === undefined) {
    const matches = matchValue(definition, filter, switches);
    return (record) => read(record) !== '' && matches(read(record));
  }
  const matches = matchValue(definition, { ...filter, operator: positive }, switches);
  return (record) => (read(record) === '' ? switches.negativeFiltersMatchUnset : !matches(read(record)));
}

function matchValue(definition: PropertyDefinition, filter: Filter, switches: Switches): ValueMatch {
  const { operator, value, highValue, values } = filter;
  if (operator === 'CONTAINS_TOKEN') {
    if (isMultiSelect(definition) && !switches.multiSelectHasTokens) return () => false;
    return matchToken(value, switches);
  }
  if (operator === 'EQ')
    return matchAny(definition, [isText(definition) ? value.toLowerCase() : value], switches);
  if (operator === 'IN') return matchAny(definition, values, switches);
  const low = comparable(definition, value);
  const high = comparable(definition, highValue);
  const order = (text: string) => compare(comparable(definition, text), low);
  if (operator === 'LT') return (text) => order(text) < 0;
  if (operator === 'LTE') return (text) => order(text) <= 0;
  if (operator === 'GT') return (text) => order(text) > 0;
  if (operator === 'GTE') return (text) => order(text) >= 0;
  return (text) => order(text) >= 0 && compare(comparable(definition, text), high) <= 0;
}

/** Strings are compared in lower case, so an upper-case value of IN finds nothing, as HubSpot documents. */
function matchAny(definition: PropertyDefinition, wanted: readonly string[], switches: Switches): ValueMatch {
  if (isMultiSelect(definition) && switches.multiSelectMatchesMember) {
    return (text) => wanted.includes(text) || text.split(';').some((member) => wanted.includes(member));
  }
  if (isText(definition)) return (text) => wanted.includes(text.toLowerCase());
  if (definition.type === 'enumeration' || definition.type === 'bool') return (text) => wanted.includes(text);
  const numbers = wanted.map((value) => comparable(definition, value));
  return (text) => numbers.includes(comparable(definition, text));
}

/** A number for numbers and times (NaN matches nothing), lower case for strings, the exact value for options. */
export function comparable(definition: PropertyDefinition, text: string): number | string {
  switch (definition.type) {
    case 'number':
      return text === '' ? NaN : Number(text);
    case 'date':
    case 'datetime':
      return instantOf(text) ?? NaN;
    case 'string':
    case 'phone_number':
      return text.toLowerCase();
    default:
      return text;
  }
}

/** NaN when the two cannot be compared, which fails every comparison. */
export function compare(left: number | string, right: number | string): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** With "*" the pattern must fit the whole value or one token; without, every token must occur. */
function matchToken(pattern: string, switches: Switches): ValueMatch {
  const lower = foldedText(pattern, switches);
  if (lower.includes('*')) {
    return (text) =>
      fits(foldedText(text, switches), lower) || tokensOf(text, switches).some((token) => fits(token, lower));
  }
  const wanted = tokensOf(lower, switches);
  return (text) => {
    const tokens = new Set(tokensOf(text, switches));
    return wanted.length > 0 && wanted.every((token) => tokens.has(token));
  };
}

/** Matches a pattern with "*", leftmost pieces first, without backtracking. */
function fits(text: string, pattern: string): boolean {
  const [head = '', ...pieces] = pattern.split('*');
  const tail = pieces.pop() ?? '';
  if (text.length < head.length + tail.length || !text.startsWith(head) || !text.endsWith(tail)) return false;
  let at = head.length;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= text.length - tail.length;
}
