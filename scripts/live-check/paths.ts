const DATED = '2026-09';

/** The dated paths that the product uses. */
export const OBJECTS = `/crm/objects/${DATED}`;
export const COMPANIES = `${OBJECTS}/companies`;
export const DEALS = `${OBJECTS}/deals`;
export const TASKS = `${OBJECTS}/tasks`;
export const NOTES = `${OBJECTS}/notes`;
export const PROPERTIES = `/crm/properties/${DATED}/companies`;
export const PIPELINES = `/crm/pipelines/${DATED}/deals`;
export const LABELS = `/crm/associations/${DATED}/deals/companies/labels`;
export const LABELS_BACK = `/crm/associations/${DATED}/companies/deals/labels`;
export const OWNERS = `/crm/owners/${DATED}`;
export const LISTS = `/crm/lists/${DATED}`;
export const SCHEMAS = `/crm-object-schemas/${DATED}/schemas`;
export const LIMITS = `/crm/limits/${DATED}`;
export const ACCOUNT = `/account-info/${DATED}`;
/** Fallback for the dated path, since the account must be known first. */
export const ACCOUNT_V3 = '/account-info/v3';
export const TOKEN = `/oauth/${DATED}/token`;

/** An id that no record has; ids ascend and are far below it. */
export const NOBODY = '999999999999999';
