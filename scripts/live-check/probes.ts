import type { Probe } from './probe.ts';
import { ACCOUNT_PROBES } from './probes/account.ts';
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
  ...MERGE_PROBES,
  ...LIST_PROBES,
  ...SCHEMA_PROBES,
];
