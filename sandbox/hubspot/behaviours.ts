import { APP_BEHAVIOURS } from './behaviours/apps.ts';
import { ASSOCIATION_BEHAVIOURS } from './behaviours/associations.ts';
import type { Behaviour } from './behaviours/behaviour.ts';
import { CALL_BEHAVIOURS } from './behaviours/calls.ts';
import { LIST_AND_SCHEMA_BEHAVIOURS } from './behaviours/lists-and-schemas.ts';
import { OBJECT_BEHAVIOURS } from './behaviours/objects.ts';
import { PROPERTY_BEHAVIOURS } from './behaviours/properties.ts';

/** All behaviours of HubSpot that the sandbox copies. Message texts are our own and not listed; do not depend on them. */
export const BEHAVIOURS: readonly Behaviour[] = [
  ...CALL_BEHAVIOURS,
  ...OBJECT_BEHAVIOURS,
  ...PROPERTY_BEHAVIOURS,
  ...ASSOCIATION_BEHAVIOURS,
  ...LIST_AND_SCHEMA_BEHAVIOURS,
  ...APP_BEHAVIOURS,
];
