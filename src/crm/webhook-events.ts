import * as z from 'zod';

/** A record that an event of HubSpot's is about. */
export interface ChangedRecord {
  portalId: number;
  objectType: 'companies' | 'deals';
  recordId: number;
}

/** What a request of HubSpot's says. */
export interface ToldChanges {
  /** How many events it carried. */
  events: number;
  /** The records to look at, with repeats. */
  changed: ChangedRecord[];
  /** Changes that the app made itself. */
  own: number;
  /** Events of other apps, of other objects, and of a form that is not known. */
  skipped: number;
}

const Id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** The fields that matter. HubSpot sends more, and some of them only with some kinds of event. */
const Event = z.object({
  portalId: Id,
  appId: z.number(),
  subscriptionType: z.string(),
  objectTypeId: z.string().optional(),
  objectId: Id.optional(),
  changeSource: z.string().nullish(),
  sourceId: z.union([z.string(), z.number()]).nullish(),
  // of a merge
  newObjectId: Id.nullish(),
  primaryObjectId: Id.nullish(),
  mergedObjectIds: z.array(Id).nullish(),
  // of an association
  associationType: z.string().nullish(),
  fromObjectTypeId: z.string().nullish(),
  fromObjectId: Id.nullish(),
  toObjectTypeId: z.string().nullish(),
  toObjectId: Id.nullish(),
});
type Event = z.infer<typeof Event>;

/** HubSpot's ids of object types, and the older words in front of a kind of event. */
const TYPES: ReadonlyMap<string, ChangedRecord['objectType']> = new Map([
  ['0-2', 'companies'],
  ['company', 'companies'],
  ['0-3', 'deals'],
  ['deal', 'deals'],
]);

/**
 * Which records the events of one request are about: in both forms that HubSpot sends, `object.propertyChange` with an id of
 * the object type and `company.propertyChange`. Of what stands in an event nothing counts but the ids: it may be old.
 *
 * Source: HubSpot, "Webhooks"; the fields of merges and associations as the guide shows them.
 *
 * @param appId the app whose secret signed the request
 * @returns null for what is no list of events
 */
export function toldChanges(body: unknown, appId: number): ToldChanges | null {
  const list = z.array(z.unknown()).max(1_000).safeParse(body);
  if (!list.success) return null;
  const told: ToldChanges = { events: list.data.length, changed: [], own: 0, skipped: 0 };
  for (const each of list.data) {
    const event = Event.safeParse(each);
    const records = event.success && event.data.appId === appId ? recordsOf(event.data) : [];
    if (records.length === 0 || !event.success) told.skipped += 1;
    else if (isOwn(event.data)) told.own += 1;
    else told.changed.push(...records);
  }
  return told;
}

/** A write of this app leaves what follows from it: nobody has to look at the record again. */
function isOwn({ subscriptionType, changeSource, sourceId, appId }: Event): boolean {
  const isChange = subscriptionType.endsWith('.propertyChange');
  return isChange && changeSource === 'INTEGRATION' && String(sourceId) === String(appId);
}

function recordsOf(event: Event): ChangedRecord[] {
  const { portalId, subscriptionType } = event;
  const [subject = '', kind = ''] = subscriptionType.split('.');
  const objectType = TYPES.get(event.objectTypeId ?? subject);
  const records = (ids: readonly (number | null | undefined)[]) =>
    objectType === undefined
      ? []
      : ids.flatMap((id) => (id == null ? [] : [{ portalId, objectType, recordId: id }]));
  if (kind === 'associationChange') return dealOf(event);
  // the ids of merged records name the survivor from now on
  if (kind === 'merge') return records([event.newObjectId ?? event.objectId, event.primaryObjectId]);
  return records([event.objectId]);
}

/** The deal whose primary company may be another one now. */
function dealOf({ portalId, associationType, ...event }: Event): ChangedRecord[] {
  const [near, far] = (associationType ?? '').split('_TO_').map((word) => TYPES.get(word.toLowerCase()));
  const ends = [
    { type: TYPES.get(event.fromObjectTypeId ?? '') ?? near, id: event.fromObjectId },
    { type: TYPES.get(event.toObjectTypeId ?? '') ?? far, id: event.toObjectId },
  ];
  return ends.flatMap(({ type, id }) =>
    type === 'deals' && id != null ? [{ portalId, objectType: type, recordId: id }] : [],
  );
}
