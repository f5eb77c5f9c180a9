import { hubspotAssociationTypes } from '../associations/association-types.ts';
import { OBJECT_TYPES } from '../objects/object-types.ts';
import { createRecordStore } from '../objects/record-store.ts';
import { createPipelineStore, offerStages } from '../pipelines/pipeline.ts';
import { createPropertyStore } from '../properties/property-store.ts';
import type { NextIds, Portal, PortalSettings } from './portal.ts';

const FIRST_IDS: NextIds = {
  record: 30_000_000_001,
  pipeline: 800_000_001,
  label: 1,
  objectType: 50_000_001,
  list: 1,
};

export function createPortal(settings: PortalSettings): Portal {
  const openedAt = settings.now().getTime();
  const types = OBJECT_TYPES.map((type) => ({
    type,
    properties: createPropertyStore(type, openedAt),
    records: createRecordStore(),
    pipelines: type.hasPipelines === true ? createPipelineStore(openedAt) : undefined,
  }));
  for (const store of types) offerStages(store.properties, store.pipelines);
  const associationTypes = hubspotAssociationTypes(settings.switches.primaryLabel === 'short');
  return {
    ...settings,
    types,
    associations: { types: [...associationTypes], links: new Map(), changes: [] },
    lists: new Map(),
    rules: [],
    propertyUses: [],
    nextIds: { ...FIRST_IDS },
    openedAt,
    apps: { byId: new Map(), nextId: 1 },
    executions: new Map(),
  };
}
