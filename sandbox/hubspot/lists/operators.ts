import { PROPERTY_TYPES, type PropertyType } from '../properties/property-definition.ts';

/** How an operator tests one value, and how the result applies to a record. */
export interface Operator {
  readonly test: Test;
  /** Negates the test. */
  readonly isNegated?: true;
  /** Tests every value that the record ever had. */
  readonly isEver?: true;
}

export type Test =
  | 'known'
  | 'any' | 'exactly' | 'all'
  | 'equal' | 'contains' | 'starts' | 'ends'
  | 'below' | 'at-most' | 'above' | 'at-least' | 'between'; // prettier-ignore

interface OperationType {
  /** Property types that the operation fits. */
  readonly fits: readonly PropertyType[];
  readonly operators: Readonly<Record<string, Operator>>;
}

const not = (test: Test): Operator => ({ test, isNegated: true });
const ever = (test: Test): Operator => ({ test, isEver: true });
const never = (test: Test): Operator => ({ test, isEver: true, isNegated: true });

const EQUALITY = {
  IS_EQUAL_TO: { test: 'equal' },
  IS_NOT_EQUAL_TO: not('equal'),
  HAS_EVER_BEEN_EQUAL_TO: ever('equal'),
  HAS_NEVER_BEEN_EQUAL_TO: never('equal'),
} as const;
const TEXT = {
  ...EQUALITY,
  CONTAINS: { test: 'contains' },
  DOES_NOT_CONTAIN: not('contains'),
  STARTS_WITH: { test: 'starts' },
  ENDS_WITH: { test: 'ends' },
  HAS_EVER_CONTAINED: ever('contains'),
  HAS_NEVER_CONTAINED: never('contains'),
} as const;

/**
 * The operations of list filters on properties that the sandbox knows.
 *
 * Source: HubSpot's list filter guide and the lists specification of 2026-09.
 */
export const OPERATIONS: Readonly<Record<string, OperationType>> = {
  ALL_PROPERTY: {
    fits: PROPERTY_TYPES,
    operators: { IS_KNOWN: { test: 'known' }, IS_UNKNOWN: not('known') },
  },
  ENUMERATION: {
    fits: ['enumeration'],
    operators: {
      IS_ANY_OF: { test: 'any' },
      IS_NONE_OF: not('any'),
      IS_EXACTLY: { test: 'exactly' },
      IS_NOT_EXACTLY: not('exactly'),
      CONTAINS_ALL: { test: 'all' },
      DOES_NOT_CONTAIN_ALL: not('all'),
      HAS_EVER_BEEN_ANY_OF: ever('any'),
      HAS_NEVER_BEEN_ANY_OF: never('any'),
      HAS_EVER_BEEN_EXACTLY: ever('exactly'),
      HAS_NEVER_BEEN_EXACTLY: never('exactly'),
      HAS_EVER_CONTAINED_ALL: ever('all'),
      HAS_NEVER_CONTAINED_ALL: never('all'),
    },
  },
  STRING: { fits: ['string', 'phone_number'], operators: TEXT },
  MULTISTRING: { fits: ['string', 'phone_number'], operators: TEXT },
  NUMBER: {
    fits: ['number'],
    operators: {
      ...EQUALITY,
      IS_GREATER_THAN: { test: 'above' },
      IS_GREATER_THAN_OR_EQUAL_TO: { test: 'at-least' },
      IS_LESS_THAN: { test: 'below' },
      IS_LESS_THAN_OR_EQUAL_TO: { test: 'at-most' },
    },
  },
  NUMBER_RANGED: {
    fits: ['number'],
    operators: { IS_BETWEEN: { test: 'between' }, IS_NOT_BETWEEN: not('between') },
  },
  BOOL: { fits: ['bool'], operators: EQUALITY },
  TIME_POINT: {
    fits: ['date', 'datetime'],
    operators: { IS_BEFORE: { test: 'below' }, IS_AFTER: { test: 'above' } },
  },
  TIME_RANGED: {
    fits: ['date', 'datetime'],
    operators: { IS_BETWEEN: { test: 'between' }, IS_NOT_BETWEEN: not('between') },
  },
};
