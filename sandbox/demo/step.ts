import type { Operations } from '../../src/contract/operations.ts';
import type { ContactRole } from '../../src/icp/crm-facts.ts';
import type { Decision } from '../../src/icp/decision.ts';
import type { Quarter } from '../../src/icp/quarter.ts';
import type { PersonId } from './account.ts';

/** What somebody fills in, by field name, as `save-scorecard` takes it; null takes a rating back. */
export type Filled = Readonly<Record<string, string | number | null | readonly string[]>>;

/** A person, or a file that was imported. */
export type Author = PersonId | 'import';

export interface Link {
  readonly to: string;
  readonly types: readonly number[];
  /** What a contact is at the partner: the labels that the installation made. */
  readonly roles?: readonly ContactRole[];
}

/** A record to create. `key` identifies it within the demo, also in links. */
export interface PlannedRecord {
  readonly key: string;
  readonly properties: Readonly<Record<string, string>>;
  /** `types` are HubSpot's association type ids from this record to the other. */
  readonly links?: readonly Link[];
}

/** One event of the demo portal. */
export type Step = { readonly at: Date } & (
  | {
      /** A property that an administrator of the portal defines, as HubSpot's API takes it. */
      readonly kind: 'define';
      readonly objectType: 'companies' | 'deals';
      readonly property: object;
      readonly by: PersonId;
    }
  | {
      readonly kind: 'create';
      readonly objectType: 'companies' | 'contacts' | 'deals' | 'tasks' | 'notes';
      readonly records: readonly PlannedRecord[];
      readonly by: Author;
    }
  | {
      readonly kind: 'edit';
      readonly objectType: 'companies' | 'deals';
      readonly key: string;
      readonly properties: Readonly<Record<string, string>>;
      readonly by: Author;
    }
  | { readonly kind: 'score'; readonly key: string; readonly filled: Filled; readonly by: PersonId }
  | {
      /** A decision about a company. Empty texts stand for no reason, and for no day of asking again. */
      readonly kind: 'decide';
      readonly key: string;
      readonly decision: Decision;
      readonly quarter: Quarter;
      readonly reason: string;
      readonly askAgainOn: string;
      readonly by: PersonId;
    }
  | {
      /** Another operation of the app than a save. */
      readonly kind: 'call';
      readonly operation: keyof Operations;
      /** Without the company and who does it. */
      readonly input: Readonly<Record<string, unknown>>;
      readonly company?: string;
      readonly by: PersonId;
    }
);
