/** The filters of a list in HubSpot's form: an OR of ANDs. Each inner list is an AND. */
export function anyOf(...groups: readonly (readonly object[])[]): object {
  return {
    filterBranchType: 'OR',
    filterBranchOperator: 'OR',
    filters: [],
    filterBranches: groups.map((filters) => ({
      filterBranchType: 'AND',
      filterBranchOperator: 'AND',
      filterBranches: [],
      filters,
    })),
  };
}

export function where(property: string, operationType: string, operator: string, rest: object = {}): object {
  return {
    filterType: 'PROPERTY',
    property,
    operation: { operationType, operator, includeObjectsWithNoValueSet: false, ...rest },
  };
}

export const day = (year: number, month: number, dayOfMonth: number, zoneId = 'UTC') => ({
  timeType: 'DATE',
  year,
  month,
  day: dayOfMonth,
  zoneId,
});

export const today = (days: number) => ({
  timeType: 'INDEXED',
  zoneId: 'UTC',
  indexReference: { referenceType: 'TODAY' },
  offset: { days },
});
