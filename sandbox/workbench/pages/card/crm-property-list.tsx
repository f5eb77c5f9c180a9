import type { CrmPropertyListProps } from '@hubspot/ui-extensions/crm';
import { createContext, useCallback, useContext, useEffect, useRef, type ReactNode } from 'react';
import { ErrorState, LoadingSpinner } from '../../components/feedback.tsx';
import type { PropertyValues } from '../../host/protocol.ts';
import { listProperties, readRecord, updateRecord } from '../crm.ts';
import { OBJECT_TYPE_IDS, type RecordKey } from '../crm-objects.ts';
import { InlineProperty } from '../record/inline-property.tsx';
import { useRemote } from '../remote-state.ts';
import { useSignedIn } from '../session.tsx';

/** The record on which a card stands, for components that read it themselves. */
export interface CardRecord {
  readonly record: RecordKey;
  /** A new object each time the page read the record again. */
  readonly values: PropertyValues;
  readonly refreshRecord: () => void;
}
const CardRecordContext = createContext<CardRecord | null>(null);
export const CardRecordProvider = CardRecordContext.Provider;

/** HubSpot's limit. */
const MOST_PROPERTIES = 24;

/**
 * HubSpot's list of properties: it reads and writes the record by itself, past the card, as the signed-in person.
 *
 * @throws Error outside of a card
 */
export function CrmPropertyList({ properties, direction, objectTypeId, objectId }: CrmPropertyListProps) {
  const card = useContext(CardRecordContext);
  if (!card) throw new Error('CrmPropertyList was used outside of a card.');
  const key = keyOf(card.record, objectTypeId, objectId);
  if (key === undefined)
    return <Unusable>The workbench reads properties of companies and deals only.</Unusable>;
  if (properties.length > MOST_PROPERTIES)
    return <Unusable>CrmPropertyList takes at most {MOST_PROPERTIES} properties.</Unusable>;
  const rows = direction === 'row';
  return <ListOf key={`${key.objectType} ${key.id}`} {...{ card, names: properties, rows }} at={key} />;
}

function keyOf(own: RecordKey, objectTypeId?: string, objectId?: number): RecordKey | undefined {
  const types = Object.keys(OBJECT_TYPE_IDS) as RecordKey['objectType'][];
  const objectType =
    objectTypeId === undefined
      ? own.objectType
      : types.find((type) => OBJECT_TYPE_IDS[type] === objectTypeId || type === objectTypeId);
  return objectType && { objectType, id: objectId === undefined ? own.id : String(objectId) };
}

const Unusable = ({ children }: { children: ReactNode }) => (
  <ErrorState title="These properties cannot be shown">{children}</ErrorState>
);

interface ListProps {
  card: CardRecord;
  at: RecordKey;
  names: readonly string[];
  rows: boolean;
}

function ListOf({ card, at, names, rows }: ListProps) {
  const { id: ownerId } = useSignedIn();
  const { objectType, id } = at;
  const wanted = names.join(',');
  const load = useCallback(async () => {
    const definitions = await listProperties(ownerId, objectType);
    const shown = wanted
      .split(',')
      .map((name) => ({ name, property: definitions.find((d) => d.name === name) }));
    return { shown, values: (await readRecord(ownerId, { objectType, id }, wanted.split(','))).properties };
  }, [ownerId, objectType, id, wanted]);
  const { remote, reload } = useRemote(load);
  const known = useRef(card.values);
  useEffect(() => {
    if (known.current !== card.values) void reload();
    known.current = card.values;
  }, [card.values, reload]);
  if (remote.state === 'loading') return <LoadingSpinner label="Loading properties" showLabel />;
  if (remote.state === 'error') return <Unusable>{remote.message}</Unusable>;
  const save = async (name: string, value: string) => {
    await updateRecord(ownerId, at, { [name]: value });
    await reload();
    card.refreshRecord();
  };
  return (
    <ul className={rows ? 'crm-properties is-row' : 'crm-properties'}>
      {remote.value.shown.map(({ name, property }) => (
        <li key={name}>
          {property ? (
            <InlineProperty
              {...{ property }}
              value={remote.value.values[name] ?? ''}
              save={(value) => save(name, value)}
            />
          ) : (
            <span className="page-quiet">This portal has no property {name}.</span>
          )}
        </li>
      ))}
    </ul>
  );
}
