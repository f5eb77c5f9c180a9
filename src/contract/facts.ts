import type { ContactRole } from '../icp/crm-facts.ts';
import type { AskState, Demand, Tally } from '../icp/demand.ts';
import type { FactSources } from '../icp/settings.ts';

/** A fact from the CRM, or why there is none. The message says what to do next, and where. */
export type Gathered<Fact> =
  | { state: 'counted'; fact: Fact }
  /**
   * - `not-set`: the settings name no source
   * - `wrong-source`: what they name is not there, or of another kind
   * - `no-name`: the company has no name, or one too short to look for
   * - `not-allowed`: a scope or the plan is missing
   * - `failed`: HubSpot did not answer
   */
  | { state: 'not-set' | 'wrong-source' | 'no-name' | 'not-allowed' | 'failed'; message: string };

/** What the CRM knows about a partner, each with where it came from. */
export interface GatheredFacts {
  companyId: string;
  /** The name that was looked for. */
  companyName: string;
  /** When, ISO 8601, and the day of it in the portal's time zone. */
  at: string;
  on: string;
  sharedCustomers: Gathered<SharedCustomers>;
  companiesAsking: Gathered<CompaniesAsking>;
  contacts: Gathered<PartnerContacts>;
}

/** The facts that are counted, and of which all can be counted. */
export type CountedFact = 'shared-customers' | 'companies-asking';

interface InWords {
  /** `37 customers use both (property Tools in use, 26 November 2026)` */
  text: string;
  /** The figures as evidence of a rating, with what they leave out. */
  evidence: string;
  /** What the figures leave out, a sentence each, to be shown beside them: "Renewals and churn talks are not counted." */
  notes: readonly string[];
}

export interface SharedCustomers extends Tally, InWords {
  /** Those that were counted, at most 1,000. A list names them only when all are counted. */
  companies: readonly NamedRecord[];
}

/** A record behind a figure. */
export interface NamedRecord {
  id: string;
  name: string;
  /** Its page in HubSpot; null where HubSpot does not say. */
  url: string | null;
}

export interface CompaniesAsking extends Demand, InWords {
  /** ISO 4217; null where the portal does not say. */
  currency: string | null;
  /** The day of `newestAt` in the portal's time zone, `YYYY-MM-DD`. */
  newestOn: string | null;
  /** At most 1,000, those of companies first. */
  deals: readonly NamedDeal[];
}

export interface NamedDeal extends NamedRecord {
  state: AskState;
  /** In the currency of the portal; null also where only one of another currency is known. */
  amount: number | null;
  /** Null where it has no primary company. */
  company: NamedRecord | null;
}

export interface PartnerContacts extends Tally, InWords {
  /** How many of them are executive sponsors. */
  sponsors: number;
  /** Those with a role first. At most 100. */
  people: readonly PartnerContact[];
  /** Why roles can be neither read nor set, and what to do; null where they can. */
  noRoles: string | null;
}

export interface PartnerContact extends NamedRecord {
  /** Empty where none is given. */
  title: string;
  /** The day of the last activity, `YYYY-MM-DD` in the portal's time zone. */
  lastActivityOn: string | null;
  roles: readonly ContactRole[];
}

/** A property, label or stage that can be chosen as a source. */
export interface SourceChoice {
  /** What the settings keep: the internal name, or the label of an association. */
  value: string;
  label: string;
}

/** What the portal has from which facts could be counted. A kind that cannot be read is empty, and said in `unread`. */
export interface FactSourceChoices {
  companyProperties: readonly SourceChoice[];
  dealProperties: readonly SourceChoice[];
  /** Labels of associations between companies. */
  labels: readonly SourceChoice[];
  lifecycleStages: readonly SourceChoice[];
  /** What the app would choose. */
  guess: FactSources;
  /** Why it would choose that, a sentence for each fact. */
  notes: readonly string[];
  /** What could not be read, and why: a sentence each. */
  unread: readonly string[];
}

/** What sources give for some partners of the portal. */
export interface FactSourceTest {
  /** At most three. Empty where there is no partner to try it on; `message` says so. */
  examples: readonly FactExample[];
  message: string | null;
}

export interface FactExample {
  companyId: string;
  companyName: string;
  sharedCustomers: Gathered<SharedCustomers>;
  companiesAsking: Gathered<CompaniesAsking>;
}
