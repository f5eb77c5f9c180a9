import { propertyOf } from './property-names.ts';

/** An active list of companies, filtered by one property. */
export interface PartnerList {
  /** What the record of the installation calls it. Never changed. */
  key: string;
  name: string;
  /** The company property that it filters by. */
  property: string;
  /** Which companies are in it, in words. */
  what: string;
  operation: Readonly<Record<string, unknown>>;
}

/** What the names of our lists begin with. */
export const LIST_PREFIX = 'Partner ICP:';

/** Up to and including today in the portal's time zone, as all days of the product. */
const UNTIL_TODAY = {
  operationType: 'TIME_POINT',
  operator: 'IS_BEFORE',
  timePoint: {
    timeType: 'INDEXED',
    timezoneSource: 'CUSTOM',
    zoneId: 'UTC',
    indexReference: { referenceType: 'TODAY' },
    offset: { days: 1 },
  },
  endpointBehavior: 'EXCLUSIVE',
  propertyParser: 'VALUE',
  type: 'TIME_POINT',
  includeObjectsWithNoValueSet: false,
} as const;

export const PARTNER_LISTS: readonly PartnerList[] = [
  among('Deep', 'lane', 'deep', 'companies whose lane is deep'),
  among('Cleared', 'clearance', 'cleared', 'companies that every check has cleared'),
  among('Fast', 'lane', 'fast', 'companies whose lane is fast'),
  among('Pass', 'lane', 'pass', 'companies that are passed over'),
  among('Checks pending', 'clearance', 'pending', 'companies with checks still open'),
  among('Blocked', 'clearance', 'blocked', 'companies that a flagged check blocks'),
  among('Undecided', 'lane', 'undecided', 'companies whose lane waits for answers'),
  {
    key: 'review-due',
    name: `${LIST_PREFIX} Review due`,
    property: propertyOf('review_due'),
    what: 'companies whose yearly review is due today or was due before',
    operation: UNTIL_TODAY,
  },
];

function among(title: string, field: string, value: string, what: string): PartnerList {
  const operation = {
    operationType: 'ENUMERATION',
    operator: 'IS_ANY_OF',
    values: [value],
    includeObjectsWithNoValueSet: false,
  };
  return { key: value, name: `${LIST_PREFIX} ${title}`, property: propertyOf(field), what, operation };
}

/** The filters of a list in HubSpot's form: an OR of ANDs. @param zone of its days; null is UTC */
export function filtersOf({ property, operation }: PartnerList, zone: string | null): object {
  const filters = [{ filterType: 'PROPERTY', property, operation: inZone(operation, zone) }];
  const and = { filterBranchType: 'AND', filterBranchOperator: 'AND', filterBranches: [], filters };
  return { filterBranchType: 'OR', filterBranchOperator: 'OR', filterBranches: [and], filters: [] };
}

function inZone(operation: PartnerList['operation'], zone: string | null): object {
  return operation === UNTIL_TODAY && zone !== null
    ? { ...UNTIL_TODAY, timePoint: { ...UNTIL_TODAY.timePoint, zoneId: zone } }
    : operation;
}
