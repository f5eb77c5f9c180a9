import type { RecordType } from '../host/settings.ts';

/** One record of the CRM. */
export interface RecordKey {
  readonly objectType: RecordType;
  readonly id: string;
}

/** As HubSpot's cards are told the type of their record. */
export const OBJECT_TYPE_IDS: Readonly<Record<RecordType, string>> = { companies: '0-2', deals: '0-3' };
