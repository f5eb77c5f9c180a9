import { useCallback } from 'react';
import { listProperties, readRecord } from '../crm.ts';
import type { CompanyRecord, Property } from '../crm-objects.ts';
import type { RecordKey } from '../record-key.ts';
import { useRemote } from '../remote-state.ts';

/** What a preview shows of its record. */
export interface Previewed {
  record: CompanyRecord;
  properties: Property[];
}

export function usePreviewed(ownerId: string, key: RecordKey) {
  const load = useCallback(async (): Promise<Previewed> => {
    const properties = await listProperties(ownerId, key.objectType);
    const names = properties.map(({ name }) => name);
    return { record: await readRecord(ownerId, key, names), properties };
  }, [ownerId, key]);
  return useRemote(load);
}
