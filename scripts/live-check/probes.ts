import type { Switches } from '../../sandbox/hubspot/switches.ts';
import type { Probe } from './probe.ts';
import { ACCOUNT_PROBES } from './probes/account.ts';
import { ACTIVITY_PROBES } from './probes/activities.ts';
import { BATCH_PROBES } from './probes/batches.ts';
import { DEAL_PROBES } from './probes/deals.ts';
import { LINK_PROBES } from './probes/links.ts';
import { LIST_PROBES } from './probes/lists.ts';
import { MERGE_PROBES } from './probes/merge.ts';
import { PLATFORM_PROBES } from './probes/platform.ts';
import { PROPERTY_PROBES } from './probes/properties.ts';
import { SCHEMA_PROBES } from './probes/schemas.ts';
import { SEARCH_PROBES } from './probes/search.ts';
import { VALUE_PROBES } from './probes/values.ts';

/** In the order in which they run: what only reads comes first. */
export const PROBES: readonly Probe[] = [
  ...PLATFORM_PROBES,
  ...ACCOUNT_PROBES,
  ...VALUE_PROBES,
  ...PROPERTY_PROBES,
  ...BATCH_PROBES,
  ...SEARCH_PROBES,
  ...LINK_PROBES,
  ...DEAL_PROBES,
  ...ACTIVITY_PROBES,
  ...MERGE_PROBES,
  ...LIST_PROBES,
  ...SCHEMA_PROBES,
];

const bothOf = (area: string) => [`${area}.read`, `${area}.write`];

/** The scopes that all probes need. */
export const SCOPES: readonly string[] = [
  // the scopes of contacts are those of tasks and notes
  ...['companies', 'contacts', 'deals', 'custom'].flatMap((type) => bothOf(`crm.objects.${type}`)),
  ...['companies', 'deals', 'custom'].flatMap((type) => bothOf(`crm.schemas.${type}`)),
  ...bothOf('crm.lists'),
  'crm.objects.owners.read',
];

/** Guesses that the token of a private app cannot decide, and what it would take. */
export const UNDECIDED = {
  ruleHolds: 'an administrator would have to set a validation rule by hand',
  ruleLooksAtStored: 'an administrator would have to set a validation rule by hand',
  refusedCallsCount: 'it would take going over the limit on purpose',
  associationScopes: 'it would take a second token of few scopes',
  recordAssociationPage: 'it would take a record with more associations than a page holds',
  authCodeSeconds: 'it would take an OAuth app, and a person who grants it access',
  revokedRefreshToken: 'it would take an OAuth app, and a person who grants it access',
  refreshedToken: 'it would take an OAuth app, and a person who grants it access',
  createdValuesAreTold: 'it would take an app with webhooks and a server that HubSpot can reach',
  labelChangesAreTold: 'it would take an app with webhooks and a server that HubSpot can reach',
  typedInputs: 'it would take a workflow and a server that HubSpot can reach',
  actionCallsSigned: 'it would take a workflow and a server that HubSpot can reach',
  repeatedCompletion: 'it would take a workflow that waits for a callback',
} as const satisfies Partial<Record<keyof Switches, string>>;
