import type { AccountSettings } from '../account/account.ts';
import { instantOf, isoOf } from '../http/instant.ts';
import type { Owner } from '../portal/actor.ts';
import type { Switches } from '../switches.ts';
import { isMultiSelect, type PropertyDefinition } from './property-definition.ts';

/** What HubSpot puts into "Property values were not valid: [...]". */
export interface ValueProblem {
  readonly isValid: false;
  readonly message: string;
  readonly error: string;
  readonly name: string;
}

export interface CheckContext {
  readonly switches: Switches;
  readonly owners: readonly Owner[];
  readonly account: Pick<AccountSettings, 'currency' | 'exchangeRates'>;
}

type Checked = { readonly value: string } | { readonly error: string; readonly message: string };

const MAX_TEXT_LENGTH = 65_536;
const DAY_MS = 86_400_000;
/** Codes that nobody recorded; a switch makes them opaque. */
const UNRECORDED = new Set(['INVALID_NUMBER', 'PROPERTY_TOO_LARGE', 'INVALID_OWNER_ID', 'INVALID_DATE']);

/**
 * Normalises a written value, or returns why HubSpot would refuse it.
 *
 * @param current the stored value, which a leading ";" of a multi-select adds to
 */
export function checkValue(
  definition: PropertyDefinition,
  text: string,
  current: string | undefined,
  context: CheckContext,
): { readonly value: string } | ValueProblem {
  const checked = checkByType(definition, text, current, context);
  if ('value' in checked) return checked;
  const isOpaque = context.switches.unrecordedValueCodes === 'opaque' && UNRECORDED.has(checked.error);
  return valueProblem(definition.name, isOpaque ? 'INVALID_VALUE' : checked.error, checked.message);
}

export function valueProblem(name: string, error: string, message: string): ValueProblem {
  return { isValid: false, message, error, name };
}

function checkByType(
  definition: PropertyDefinition,
  text: string,
  current: string | undefined,
  context: CheckContext,
): Checked {
  if (text === '') return { value: '' };
  if (definition.isEmail === true) return checkEmail(text);
  if (definition.type === 'string' || definition.type === 'phone_number') return checkLength(text);
  if (definition.type === 'number') return checkNumber(text.trim());
  if (text !== text.trim()) {
    return { error: 'LEADING_TRAILING_WHITESPACE', message: `"${text}" has whitespace around it.` };
  }
  switch (definition.type) {
    case 'date':
      return checkDate(text);
    case 'datetime':
      return checkDatetime(text);
    case 'bool':
      return checkOption(text, ['true', 'false']);
    case 'enumeration':
      return checkChoice(definition, text, current ?? '', context);
  }
}

function checkLength(text: string): Checked {
  if (text.length <= MAX_TEXT_LENGTH) return { value: text };
  return { error: 'PROPERTY_TOO_LARGE', message: `A value has at most ${MAX_TEXT_LENGTH} characters.` };
}

function checkEmail(text: string): Checked {
  const value = text.trim().toLowerCase();
  if (/^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(value) && value.length <= 254) return { value };
  return { error: 'INVALID_EMAIL', message: `Email address ${text.slice(0, 300)} is invalid` };
}

function checkNumber(text: string): Checked {
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text)))
    return { value: text };
  return { error: 'INVALID_NUMBER', message: `${text} was not a valid number.` };
}

function checkDate(text: string): Checked {
  const time = instantOf(text);
  if (time === undefined) return { error: 'INVALID_LONG', message: `${text} was not a valid long.` };
  if (time % DAY_MS !== 0) return { error: 'INVALID_DATE', message: `${text} is not at midnight UTC.` };
  return { value: new Date(time).toISOString().slice(0, 10) };
}

function checkDatetime(text: string): Checked {
  const time = instantOf(text);
  if (time === undefined) return { error: 'INVALID_LONG', message: `${text} was not a valid long.` };
  return { value: isoOf(time) };
}

/** Returns the definition's own string, so that equal values share memory. */
function checkOption(text: string, allowed: readonly string[]): Checked {
  const value = allowed.find((option) => option === text);
  if (value !== undefined) return { value };
  const list = allowed.join(', ');
  return { error: 'INVALID_OPTION', message: `${text} was not one of the allowed options: [${list}]` };
}

function checkChoice(
  definition: PropertyDefinition,
  text: string,
  current: string,
  { owners, account }: CheckContext,
): Checked {
  if (definition.referencedObjectType === 'OWNER') {
    if (owners.some(({ id }) => id === text)) return { value: text };
    return { error: 'INVALID_OWNER_ID', message: `Owner ${text} does not exist.` };
  }
  if (definition.name === 'deal_currency_code' && definition.hubspotDefined)
    return checkOption(text, [account.currency, ...Object.keys(account.exchangeRates)]);
  const allowed = definition.options.map(({ value }) => value);
  if (!isMultiSelect(definition)) return checkOption(text, allowed);
  const chosen = text.split(';').filter((part) => part !== '');
  for (const part of chosen) {
    const checked = checkOption(part, allowed);
    if ('error' in checked) return checked;
  }
  const kept = text.startsWith(';') ? current.split(';').filter((part) => part !== '') : [];
  return { value: [...new Set([...kept, ...chosen])].join(';') };
}
