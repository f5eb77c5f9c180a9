import type { AccountSettings } from '../account/account.ts';
import type { ExecutionStore } from '../actions/execution.ts';
import type { Actor } from '../actor.ts';
import type { AppStore } from '../apps/app.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import type { OAuthStore } from '../oauth/oauth-store.ts';
import type { Switches } from '../switches.ts';
import type { ObjectType } from '../objects/object-types.ts';
import { isSpelling, OBJECT_TYPES } from '../objects/object-types.ts';
import type { AssociationStore } from '../associations/association-store.ts';
import { hubspotAssociationTypes } from '../associations/association-types.ts';
import type { CrmEvent } from './events.ts';
import type { Owner } from '../objects/owner.ts';
import { createPipelineStore, type PipelineStore } from '../pipelines/pipeline.ts';
import { createPropertyStore, type PropertyStore } from '../properties/property-store.ts';
import type { CrmList } from '../lists/crm-list.ts';
import { createRecordStore, type RecordStore } from '../objects/record-store.ts';
import type { ValidationRule } from '../rules/validation-rule.ts';
import { Refusal } from '../refusal.ts';
import { offerStages } from '../pipelines/stage-options.ts';

/** Everything that is kept per object type: a row in OBJECT_TYPES, or a schema that the account defined. */
export interface TypeStore {
  /** Replaced when the schema of a custom object changes. */
  type: ObjectType;
  readonly properties: PropertyStore;
  readonly records: RecordStore;
  readonly pipelines: PipelineStore | undefined;
}

/** One HubSpot account in memory. */
export interface Portal {
  readonly now: () => Date;
  readonly newCorrelationId: () => string;
  readonly switches: Switches;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly owners: readonly Owner[];
  readonly types: TypeStore[];
  readonly associations: AssociationStore;
  /** By id, deleted ones included. */
  readonly lists: Map<number, CrmList>;
  /** What the account's administrators ask of writes; replaced as a whole. */
  rules: readonly ValidationRule[];
  /** How many milliseconds the search index is behind the records; 0: not at all. */
  readonly searchLagMs: number;
  readonly nextIds: NextIds;
  readonly publish: (event: CrmEvent) => void;
  readonly account: AccountSettings;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly limiter: RateLimiter;
  readonly apps: AppStore;
  readonly oauth: OAuthStore;
  /** Records that came to custom workflow actions. */
  readonly executions: ExecutionStore;
}

/** Ids of records are unique over all object types, so that a mixed-up type never finds a record by accident. */
export interface NextIds {
  record: number;
  pipeline: number;
  label: number;
  objectType: number;
  list: number;
}

export type PortalSettings = Pick<
  Portal,
  | 'now'
  | 'newCorrelationId'
  | 'switches'
  | 'actors'
  | 'owners'
  | 'publish'
  | 'searchLagMs'
  | 'account'
  | 'limiter'
  | 'oauth'
>;

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
    associations: { types: [...associationTypes], links: new Map() },
    lists: new Map(),
    rules: [],
    nextIds: { ...FIRST_IDS },
    openedAt,
    apps: { byId: new Map(), nextId: 1 },
    executions: new Map(),
  };
}

/** @throws Refusal 400 without a category, as HubSpot words it (recorded) */
export function typeStoreOf(portal: Portal, spelling: string): TypeStore {
  const store = portal.types.find(
    ({ type }) => type.custom?.archivedAt === undefined && isSpelling(type, spelling),
  );
  if (store !== undefined) return store;
  const message = /^\d+-\d+$/.test(spelling)
    ? `Invalid object or event type id: ${spelling}`
    : `Unable to infer object type from: ${spelling}`;
  throw new Refusal(400, { message });
}

/** Both object types of a path between two. @throws Refusal 400 */
export function typePairOf(
  portal: Portal,
  { fromObjectType = '', toObjectType = '' }: Readonly<Record<string, string>>,
): readonly [TypeStore, TypeStore] {
  return [typeStoreOf(portal, fromObjectType), typeStoreOf(portal, toObjectType)];
}
