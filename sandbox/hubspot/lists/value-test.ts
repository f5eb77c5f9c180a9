import { flagIn, type JsonObject, listIn, requiredText, requireFields, textIn } from '../http/json.ts';
import { badJson, invalid } from '../http/refusal.ts';
import type { Portal } from '../portal/portal.ts';
import { isMultiSelect, type PropertyDefinition } from '../properties/property-definition.ts';
import { comparable } from '../search/search-filter.ts';
import type { Operator, Test } from './operators.ts';
import { parseTimePoint } from './time-point.ts';

interface ListOperation {
  readonly typeName: string;
  readonly operator: Operator;
  readonly operation: JsonObject;
}

/** Compiles an operator into a test of one value. @throws Refusal 400 */
export function testOf(
  portal: Portal,
  definition: PropertyDefinition,
  { typeName, operator, operation }: ListOperation,
): (text: string) => boolean {
  switch (typeName) {
    case 'ALL_PROPERTY':
      return () => true;
    case 'ENUMERATION':
      return optionTest(definition, operator.test, new Set(valuesIn(operation)));
    case 'STRING':
    case 'MULTISTRING':
      return textTest(operator.test, valuesIn(operation), portal.switches.listTextIgnoresCase);
    case 'BOOL':
      return boolTest(operation);
    case 'NUMBER':
    case 'NUMBER_RANGED':
      return orderTest(definition, operator.test, numbersIn(operation, typeName));
    default:
      return orderTest(definition, operator.test, timesIn(operation, typeName, portal));
  }
}

function boolTest(operation: JsonObject): (text: string) => boolean {
  requireFields(operation, ['value']);
  const wanted = String(flagIn(operation, 'value'));
  return (text) => text === wanted;
}

function optionTest(
  definition: PropertyDefinition,
  test: Test,
  wanted: ReadonlySet<string>,
): (text: string) => boolean {
  const membersOf = (text: string) => (isMultiSelect(definition) ? text.split(';') : [text]);
  if (test === 'any') return (text) => membersOf(text).some((member) => wanted.has(member));
  return (text) => {
    const members = new Set(membersOf(text));
    const hasAll = [...wanted].every((value) => members.has(value));
    return hasAll && (test === 'all' || members.size === wanted.size);
  };
}

function textTest(test: Test, values: readonly string[], ignoresCase: boolean): (text: string) => boolean {
  const fold = (text: string) => (ignoresCase ? text.toLowerCase() : text);
  const wanted = values.map(fold);
  const isMet = {
    equal: (text: string, value: string) => text === value,
    contains: (text: string, value: string) => text.includes(value),
    starts: (text: string, value: string) => text.startsWith(value),
    ends: (text: string, value: string) => text.endsWith(value),
  };
  const one = test === 'contains' || test === 'starts' || test === 'ends' ? isMet[test] : isMet.equal;
  return (text) => wanted.some((value) => one(fold(text), value));
}

/** A range and whether it includes its ends; `low` equals `high` for operators with one value. */
interface Range {
  readonly low: number;
  readonly high: number;
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
}

function orderTest(definition: PropertyDefinition, test: Test, range: Range): (text: string) => boolean {
  const { low, high, hasLow, hasHigh } = range;
  const isAbove = (value: number) => value > low || (hasLow && value === low);
  const isBelow = (value: number) => value < high || (hasHigh && value === high);
  const isMet: Readonly<Partial<Record<Test, (value: number) => boolean>>> = {
    equal: (value) => value === low,
    above: isAbove,
    'at-least': (value) => value >= low,
    below: isBelow,
    'at-most': (value) => value <= low,
    between: (value) => isAbove(value) && isBelow(value),
  };
  const one = isMet[test] ?? (() => false);
  return (text) => one(Number(comparable(definition, text)));
}

function numbersIn(operation: JsonObject, typeName: string): Range {
  const number = (name: string) => {
    requireFields(operation, [name]);
    const value = Number(requiredText(operation, name) || NaN);
    if (!Number.isFinite(value)) throw badJson(`${name} must be a number`);
    return value;
  };
  if (typeName === 'NUMBER_RANGED')
    return { low: number('lowerBound'), high: number('upperBound'), hasLow: true, hasHigh: true };
  const value = number('value');
  return { low: value, high: value, hasLow: false, hasHigh: false };
}

function timesIn(operation: JsonObject, typeName: string, portal: Portal): Range {
  const { timeZone } = portal.account;
  const now = portal.now().getTime();
  const isIncluded = (name: string) => (textIn(operation, name) ?? 'INCLUSIVE') === 'INCLUSIVE';
  if (typeName === 'TIME_RANGED') {
    return {
      low: parseTimePoint(operation['lowerBoundTimePoint'], now, timeZone),
      high: parseTimePoint(operation['upperBoundTimePoint'], now, timeZone),
      hasLow: isIncluded('lowerBoundEndpointBehavior'),
      hasHigh: isIncluded('upperBoundEndpointBehavior'),
    };
  }
  const at = parseTimePoint(operation['timePoint'], now, timeZone);
  const isAtIncluded = textIn(operation, 'endpointBehavior') === 'INCLUSIVE';
  return { low: at, high: at, hasLow: isAtIncluded, hasHigh: isAtIncluded };
}

/** The wanted values of an operation on text or options. @throws Refusal 400 when there are none */
function valuesIn(operation: JsonObject): readonly string[] {
  const list = operation['values'] === undefined ? [operation['value']] : listIn(operation, 'values');
  const values = list.flatMap((value) => textIn({ value }, 'value') ?? []);
  if (values.length === 0) throw invalid('The operation needs a value to compare with.');
  return values;
}
