import { propertyOf } from './property-names.ts';

/** What a value of a company property has to be, in HubSpot's form. */
interface ListFilter {
  property: string;
  operation: Readonly<Record<string, unknown>>;
}

/** An active list of companies, whose filters all have to hold. */
export interface PartnerList {
  /** What the record of the installation calls it. Never changed. */
  key: string;
  name: string;
  /** What earlier versions called it. */
  earlier: readonly string[];
  /** Which companies are in it, in words. */
  what: string;
  filters: readonly ListFilter[];
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

/** Source: HubSpot's list filter guide, "All property types operations". */
const UNKNOWN = {
  operationType: 'ALL_PROPERTY',
  operator: 'IS_UNKNOWN',
  includeObjectsWithNoValueSet: true,
} as const;

/** Its filters name the current versions, so that they change with each publication. */
export const OLDER_PROFILE: PartnerList = {
  key: 'older-profile',
  ...named('Older profile'),
  what: 'companies that are judged by another version of their profile than the current one',
  filters: [{ property: propertyOf('profile_version'), operation: NOT_THIS_VERSION }],
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
    what: 'companies whose yearly review is due today or was due before',
    filters: [{ property: propertyOf('review_due'), operation: UNTIL_TODAY }],
  },
  {
    key: 'recheck-due',
    ...named('Re-check due'),
    what: 'companies with evidence that was last looked at too long ago',
    filters: [{ property: propertyOf('recheck_due'), operation: UNTIL_YESTERDAY }],
  },
  OLDER_PROFILE,
  {
    key: 'to-decide',
    ...named('Deep and Cleared, no decision'),
    what: 'companies whose lane is Deep and that every check has cleared, about which nothing was decided',
    filters: [
      anyOf('lane', 'deep'),
      anyOf('clearance', 'cleared'),
      { property: propertyOf('decision'), operation: UNKNOWN },
    ],
  },
  among('Go deep', 'decision', 'go-deep', 'companies with which it was decided to go deep'),
  among('Waiting', 'decision', 'wait', 'companies with which it was decided to wait'),
  {
    key: 'ask-again-due',
    ...named('Ask again due'),
    what: 'companies that are to be asked again today or were to be before',
    filters: [{ property: propertyOf('ask_again_on'), operation: UNTIL_TODAY }],
  },
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
  return { key: value, ...named(title, before), what, filters: [anyOf(field, value)] };
}

function anyOf(field: string, value: string): ListFilter {
  const operation = {
    operationType: 'ENUMERATION',
    operator: 'IS_ANY_OF',
    values: [value],
    includeObjectsWithNoValueSet: false,
  };
  return { property: propertyOf(field), operation };
}

/** The filters of a list in HubSpot's form: an OR of ANDs. */
export function filtersOf({ filters }: PartnerList, { zone, versions }: ListTerms): object {
  const inTerms = filters.flatMap(({ property, operation }) => {
    const operations =
      operation === NOT_THIS_VERSION
        ? versions.map((version) => ({ ...NOT_THIS_VERSION, values: [version] }))
        : [inZone(operation, zone)];
    return operations.map((each) => ({ filterType: 'PROPERTY', property, operation: each }));
  });
  const and = { filterBranchType: 'AND', filterBranchOperator: 'AND', filterBranches: [], filters: inTerms };
  return { filterBranchType: 'OR', filterBranchOperator: 'OR', filterBranches: [and], filters: [] };
}

function inZone(operation: ListFilter['operation'], zone: string | null): object {
  if (zone === null) return operation;
  for (const days of [UNTIL_TODAY, UNTIL_YESTERDAY])
    if (operation === days) return { ...days, timePoint: { ...days.timePoint, zoneId: zone } };
  return operation;
}
