import type { AccountSettings } from '../account/account.ts';
import type { ExecutionStore } from '../actions/execution.ts';
import type { AppStore } from '../apps/app.ts';
import type { AssociationStore } from '../associations/association-store.ts';
import { Refusal } from '../http/refusal.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import type { CrmList } from '../lists/crm-list.ts';
import type { OAuthStore } from '../oauth/oauth-store.ts';
import { isSpelling, type ObjectType } from '../objects/object-type.ts';
import type { RecordStore } from '../objects/record-store.ts';
import type { PipelineStore } from '../pipelines/pipeline.ts';
import type { PropertyStore } from '../properties/property-store.ts';
import type { Switches } from '../switches.ts';
import type { Actor, Owner } from './actor.ts';
import type { CrmEvent } from './events.ts';

/** The data of one object type: a row of OBJECT_TYPES, or a schema that the account defined. */
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
  /** Validation rules of the account's administrators; replaced as a whole. */
  rules: readonly ValidationRule[];
  /** What else uses properties, such as workflows; replaced as a whole, and not saved. */
  propertyUses: readonly PropertyUse[];
  /** Lag of the search index in milliseconds; 0 for none. */
  readonly searchLagMs: number;
  readonly nextIds: NextIds;
  readonly publish: (event: CrmEvent) => void;
  readonly account: AccountSettings;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly limiter: RateLimiter;
  readonly apps: AppStore;
  readonly oauth: OAuthStore;
  /** Updates are answered and not stored: a fault, for one call. */
  readonly ignoresUpdates?: true;
  /** Runs of custom workflow actions. */
  readonly executions: ExecutionStore;
}

/** Record ids are unique over all object types, so a call with the wrong type finds nothing. */
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

/** Both object types of an association path. @throws Refusal 400 */
export function typePairOf(
  portal: Portal,
  { fromObjectType = '', toObjectType = '' }: Readonly<Record<string, string>>,
): readonly [TypeStore, TypeStore] {
  return [typeStoreOf(portal, fromObjectType), typeStoreOf(portal, toObjectType)];
}

/** A validation rule of an administrator for records of one type. Enforced on the dated paths only. */
export interface ValidationRule {
  /** Plural, singular or type id. */
  readonly objectType: string;
  /** The required property. */
  readonly property: string;
  /** Required only when another property has one of these values; when left out, on every create. */
  readonly when?: { readonly property: string; readonly isOneOf: readonly string[] };
}

/** Something outside the sandbox's API that uses a property, such as a workflow, also one that is switched off. */
export interface PropertyUse {
  /** Plural, singular or type id. */
  readonly objectType: string;
  readonly property: string;
  readonly by: string;
}
