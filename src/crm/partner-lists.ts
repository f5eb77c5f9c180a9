import { propertyOf } from './property-names.ts';

/** An active list of companies, filtered by one property. */
export interface PartnerList {
  /** What the record of the installation calls it. Never changed. */
  key: string;
  name: string;
  /** What earlier versions called it. */
  earlier: readonly string[];
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

const { offset: _tomorrow, ...TODAY } = UNTIL_TODAY.timePoint;
/** Before today. */
const UNTIL_YESTERDAY = { ...UNTIL_TODAY, timePoint: TODAY } as const;

/** Not the version that a filter names. One filter a version: how HubSpot joins several values of one is not documented. */
const NOT_THIS_VERSION = {
  operationType: 'MULTISTRING',
  operator: 'IS_NOT_EQUAL_TO',
  values: [],
  includeObjectsWithNoValueSet: false,
} as const;

/** Its filters name the current versions, so that they change with each publication. */
export const OLDER_PROFILE: PartnerList = {
  key: 'older-profile',
  ...named('Older profile'),
  property: propertyOf('profile_version'),
  what: 'companies that are judged by another version of their profile than the current one',
  operation: NOT_THIS_VERSION,
};

/** What the filters of lists follow besides their definition. */
export interface ListTerms {
  /** The time zone of days; null is UTC. */
  zone: string | null;
  /** The version keys of the current profiles. */
  versions: readonly string[];
}

export const PARTNER_LISTS: readonly PartnerList[] = [
  among('Deep', 'lane', 'deep', 'companies whose lane is Deep'),
  among('Cleared', 'clearance', 'cleared', 'companies that every check has cleared'),
  among('Fast lane', 'lane', 'fast', 'companies whose lane is Fast lane', 'Fast'),
  among('No lane', 'lane', 'pass', 'companies that are passed over', 'Pass'),
  among('Not yet cleared', 'clearance', 'pending', 'companies with checks still open', 'Checks pending'),
  among('Blocked', 'clearance', 'blocked', 'companies that a flagged check blocks'),
  among('Needs answers', 'lane', 'undecided', 'companies whose lane waits for answers', 'Undecided'),
  {
    key: 'review-due',
    ...named('Review due'),
    property: propertyOf('review_due'),
    what: 'companies whose yearly review is due today or was due before',
    operation: UNTIL_TODAY,
  },
  {
    key: 'recheck-due',
    ...named('Re-check due'),
    property: propertyOf('recheck_due'),
    what: 'companies with evidence that was last looked at too long ago',
    operation: UNTIL_YESTERDAY,
  },
  OLDER_PROFILE,
];

/** Whether a list has our name, of this version or an earlier one. Any other was given by an admin. */
export function isOurListName({ name, earlier }: PartnerList, found: string): boolean {
  return found === name || earlier.includes(found);
}

function named(title: string, before?: string): Pick<PartnerList, 'name' | 'earlier'> {
  const nameOf = (words: string) => `${LIST_PREFIX} ${words}`;
  return { name: nameOf(title), earlier: before === undefined ? [] : [nameOf(before)] };
}

function among(title: string, field: string, value: string, what: string, before?: string): PartnerList {
  const operation = {
    operationType: 'ENUMERATION',
    operator: 'IS_ANY_OF',
    values: [value],
    includeObjectsWithNoValueSet: false,
  };
  return { key: value, ...named(title, before), property: propertyOf(field), what, operation };
}

/** The filters of a list in HubSpot's form: an OR of ANDs. */
export function filtersOf({ property, operation }: PartnerList, { zone, versions }: ListTerms): object {
  const operations =
    operation === NOT_THIS_VERSION
      ? versions.map((version) => ({ ...NOT_THIS_VERSION, values: [version] }))
      : [inZone(operation, zone)];
  const filters = operations.map((each) => ({ filterType: 'PROPERTY', property, operation: each }));
  const and = { filterBranchType: 'AND', filterBranchOperator: 'AND', filterBranches: [], filters };
  return { filterBranchType: 'OR', filterBranchOperator: 'OR', filterBranches: [and], filters: [] };
}

function inZone(operation: PartnerList['operation'], zone: string | null): object {
  if (zone === null) return operation;
  for (const days of [UNTIL_TODAY, UNTIL_YESTERDAY])
    if (operation === days) return { ...days, timePoint: { ...days.timePoint, zoneId: zone } };
  return operation;
}
