import type { Switches } from '../../sandbox/hubspot/switches.ts';

/** Guesses that the token of a private app cannot decide, and what it would take. */
export const UNDECIDED = {
  ruleHolds: 'an administrator would have to set a validation rule by hand',
  ruleLooksAtStored: 'an administrator would have to set a validation rule by hand',
  refusedCallsCount: 'it would take going over the limit on purpose',
  associationScopes: 'it would take a second token of few scopes',
  authCodeSeconds: 'it would take an OAuth app, and a person who grants it access',
  revokedRefreshToken: 'it would take an OAuth app, and a person who grants it access',
  createdValuesAreTold: 'it would take an app with webhooks and a server that HubSpot can reach',
  actionCallsSigned: 'it would take a workflow and a server that HubSpot can reach',
  repeatedCompletion: 'it would take a workflow that waits for a callback',
} as const satisfies Partial<Record<keyof Switches, string>>;
