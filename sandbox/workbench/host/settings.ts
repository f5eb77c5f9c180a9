/** A person of the portal, as the page needs them. `id` is the owner's, `userId` the one that history names. */
export interface WorkbenchOwner {
  id: string;
  userId: number;
  email: string;
  firstName: string;
  lastName: string;
  /** Names of company properties that this person may read and not edit, as a portal's field permissions have it. */
  readOnlyProperties?: readonly string[];
}

/**
 * The places where this workbench shows extensions: those of cards on a record, bulk actions over a list of records, and
 * the settings of an app.
 */
export const CARD_LOCATIONS = [
  'crm.record.tab',
  'crm.record.sidebar',
  'crm.preview',
  'crm.bulkActions',
  'settings',
] as const;
export type CardLocation = (typeof CARD_LOCATIONS)[number];

/** The records that this workbench shows cards for. */
export const RECORD_TYPES = ['companies', 'deals'] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

export interface PlacedCard {
  id: string;
  title: string;
  location: CardLocation;
  objectTypes: readonly RecordType[];
  /** Of a bulk action. */
  displayMode?: DisplayMode;
}

/** How HubSpot draws an opened bulk action. */
export const DISPLAY_MODES = ['PANEL', 'MODAL'] as const;
export type DisplayMode = (typeof DISPLAY_MODES)[number];

export type CallerKind = 'app' | 'import' | 'automation';

/** A caller of the CRM that is no person, by the source that the CRM records. */
export interface Caller {
  sourceId: string;
  kind: CallerKind;
  name: string;
}

/**
 * What a company property of the app is for.
 * - `verdict`: follows from a scorecard
 * - `trail`: the app records it beside the verdict, such as who scored
 * - `decision`: the app writes it when a person decides, all of it at once
 * - `input`: people fill it in, and it can move a verdict
 * - `fact`: people fill it in, and it cannot
 */
export type PropertyRole = 'verdict' | 'trail' | 'decision' | 'input' | 'fact';

/** Roles by property name. Properties of others have none. */
export type PropertyRoles = Readonly<Record<string, PropertyRole>>;

/** A step of the tour: a title, one sentence, and where it leads. */
export interface TourStep {
  readonly title: string;
  readonly hint: string;
  /** A company by its name, or an address of the workbench. */
  readonly at: { readonly company: string } | { readonly path: string };
  /** When the company shows that the step is done; without it, a visit is enough. */
  readonly done?: { readonly property: string; readonly isNot: readonly string[] };
}

export interface LegendEntry {
  readonly term: string;
  readonly text: string;
}

/** Settings that the server writes into the page's HTML. */
export interface WorkbenchSettings {
  owners: WorkbenchOwner[];
  cards: readonly PlacedCard[];
  callers: readonly Caller[];
  portal: { id: number; timezone: string };
  hasAutomation: boolean;
  propertyRoles: PropertyRoles;
  /** What the values of lane and clearance mean. */
  legend: readonly LegendEntry[];
  /** Where an admin connects the app; left out where it needs no connection. */
  installUrl?: string;
  /** Addresses on this machine, by the origin that links of the app name. */
  localOrigins: Readonly<Record<string, string>>;
  /** Empty without a demo, which then cannot be reset either. */
  tour: readonly TourStep[];
}

/** Header that names the signed-in owner. There are no passwords: the stand-in runs on one machine. */
export const SIGNED_IN_HEADER = 'x-workbench-owner';
