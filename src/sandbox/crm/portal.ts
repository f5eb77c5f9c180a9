import type { Actor } from './actor.ts';
import type { Switches } from './switches.ts';
import type { ObjectType } from './object-types.ts';
import { isSpelling, OBJECT_TYPES } from './object-types.ts';
import type { Owner } from './owner.ts';
import { createPropertyStore, type PropertyStore } from './property-store.ts';
import { createRecordStore, type RecordStore } from './record-store.ts';
import { Refusal } from './refusal.ts';

/** Everything that is kept per object type; a new object type is a row in OBJECT_TYPES. */
export interface TypeStore {
  readonly type: ObjectType;
  readonly properties: PropertyStore;
  readonly records: RecordStore;
}

/** One HubSpot account in memory. */
export interface Portal {
  readonly now: () => Date;
  readonly newCorrelationId: () => string;
  /** Ids are unique over all object types, so that a mixed-up type never finds a record by accident. */
  readonly newRecordId: () => number;
  readonly switches: Switches;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly owners: readonly Owner[];
  readonly types: readonly TypeStore[];
}

export type PortalSettings = Pick<Portal, 'now' | 'newCorrelationId' | 'switches' | 'actors' | 'owners'>;

const FIRST_RECORD_ID = 30_000_000_001;

export function createPortal(settings: PortalSettings): Portal {
  let nextId = FIRST_RECORD_ID;
  const openedAt = settings.now().getTime();
  const types = OBJECT_TYPES.map((type) => ({
    type,
    properties: createPropertyStore(type.seed, openedAt),
    records: createRecordStore(),
  }));
  return { ...settings, newRecordId: () => nextId++, types };
}

/** @throws Refusal 400 without a category, as HubSpot words it (recorded) */
export function typeStoreOf(portal: Portal, spelling: string): TypeStore {
  const store = portal.types.find(({ type }) => isSpelling(type, spelling));
  if (store !== undefined) return store;
  const message = /^\d+-\d+$/.test(spelling)
    ? `Invalid object or event type id: ${spelling}`
    : `Unable to infer object type from: ${spelling}`;
  throw new Refusal(400, { message });
}
