import type { Fault } from './fault.ts';

const error = (message: string, category: string, extra: Readonly<Record<string, unknown>> = {}) => ({
  status: 'error',
  message,
  category,
  ...extra,
});

const page = (title: string) =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

/** The interval headers of a private app on Professional. */
const LIMIT_HEADERS = {
  'X-HubSpot-RateLimit-Daily': '625000',
  'X-HubSpot-RateLimit-Daily-Remaining': '624000',
  'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
  'X-HubSpot-RateLimit-Max': '190',
  'X-HubSpot-RateLimit-Remaining': '0',
} as const;

/** Ready-made error responses. Policy names, and their absence for searches, are recorded; the texts are ours. */
export const FAULT_ANSWERS = {
  dailyLimit: {
    kind: 'status',
    status: 429,
    headers: { ...LIMIT_HEADERS, 'X-HubSpot-RateLimit-Daily-Remaining': '0' },
    body: error('The daily limit is used up.', 'RATE_LIMITS', {
      errorType: 'RATE_LIMIT',
      policyName: 'DAILY',
    }),
  },
  rollingLimit: {
    kind: 'status',
    status: 429,
    headers: LIMIT_HEADERS,
    body: error('The ten-second limit is used up.', 'RATE_LIMITS', {
      errorType: 'RATE_LIMIT',
      policyName: 'TEN_SECONDLY_ROLLING',
    }),
  },
  searchLimit: {
    kind: 'status',
    status: 429,
    body: error('The limit per second is used up.', 'RATE_LIMITS'),
  },
  secondlyLimit: {
    kind: 'status',
    status: 429,
    body: error('The limit per second is used up.', 'RATE_LIMITS', {
      errorType: 'RATE_LIMIT',
      policyName: 'SECONDLY',
    }),
  },
  serverError: { kind: 'status', status: 500, body: error('Something failed inside.', 'INTERNAL_ERROR') },
  badGateway: { kind: 'status', status: 502, body: page('502 Bad Gateway') },
  unavailable: { kind: 'status', status: 503, body: page('503 Service Unavailable') },
  gatewayTimeout: { kind: 'status', status: 504, body: page('504 Gateway Timeout') },
  timeout: { kind: 'status', status: 524, body: page('524 A timeout occurred') },
  locked: { kind: 'status', status: 423, body: error('The record is locked for about 2 seconds.', 'LOCKED') },
  migrating: {
    kind: 'status',
    status: 477,
    headers: { 'Retry-After': '3600' },
    body: error('The account is being moved.', 'MIGRATION_IN_PROGRESS'),
  },
  htmlPage: { kind: 'status', status: 200, body: page('Back soon') },
  badInput: {
    kind: 'status',
    status: 409,
    body: error('One of the inputs cannot be taken.', 'CONFLICT'),
  },
  noEditAccess: {
    kind: 'status',
    status: 403,
    body: error('You do not have edit access to the property: Partner tier.', 'FORBIDDEN'),
  },
  tokenRefused: {
    kind: 'status',
    status: 401,
    body: error('Authentication credentials not found.', 'INVALID_AUTHENTICATION'),
  },
  missingScope: {
    kind: 'status',
    status: 403,
    body: error('A scope is missing.', 'MISSING_SCOPES', {
      errors: [
        {
          message: 'One of these scopes is required.',
          context: { requiredGranularScopes: ['crm.objects.companies.write'] },
        },
      ],
    }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** Faults by the names that the admin endpoint takes. `After`: the write takes place first. */
export const NAMED_FAULTS = {
  ...FAULT_ANSWERS,
  serverErrorAfter: { ...FAULT_ANSWERS.serverError, write: 'after' },
  badGatewayAfter: { ...FAULT_ANSWERS.badGateway, write: 'after' },
  gatewayTimeoutAfter: { ...FAULT_ANSWERS.gatewayTimeout, write: 'after' },
  timeoutAfter: { ...FAULT_ANSWERS.timeout, write: 'after' },
  htmlPageAfter: { ...FAULT_ANSWERS.htmlPage, write: 'after' },
  truncated: { kind: 'truncate' },
  resetBefore: { kind: 'reset', write: 'before' },
  resetAfter: { kind: 'reset', write: 'after' },
  hangBefore: { kind: 'hang', write: 'before' },
  hangAfter: { kind: 'hang', write: 'after' },
  slow: { kind: 'delay', ms: 2_000 },
  clockAhead: { kind: 'skew', ms: 600_000 },
  clockBehind: { kind: 'skew', ms: -600_000 },
  inputReadOnly: { kind: 'input-error', error: 'read-only' },
  inputFailed: { kind: 'input-error', error: 'internal' },
  ignoredWrite: { kind: 'ignored' },
  listedLate: { kind: 'late', ms: 700 },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof NAMED_FAULTS;

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(NAMED_FAULTS, name);
}
