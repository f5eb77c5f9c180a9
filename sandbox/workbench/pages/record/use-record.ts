import { useCallback } from 'react';
import { listGroups, listProperties, readRecord } from '../crm.ts';
import type { CompanyRecord, Property, PropertyGroup } from '../crm-objects.ts';
import { useRemote } from '../remote-state.ts';

/** The data of the record page. Each refresh reads properties again: some can have been added or deleted. */
export interface LoadedRecord {
  company: CompanyRecord;
  properties: Property[];
  groups: PropertyGroup[];
}

export function useRecord(ownerId: string, id: string) {
  const load = useCallback(async (): Promise<LoadedRecord> => {
    const [properties, groups] = await Promise.all([listProperties(ownerId), listGroups(ownerId)]);
    const names = properties.map(({ name }) => name);
    return { company: await readRecord(ownerId, { objectType: 'companies', id }, names), properties, groups };
  }, [ownerId, id]);
  return useRemote(load);
}
