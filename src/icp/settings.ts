import { PARTNER_TYPES, type PartnerType, isPartnerType } from './partner-types.ts';
import { isInvisible } from './visible-text.ts';

/** What a portal decides for itself beside its profiles. Kept in its policy. */
export interface Settings {
  /** The type that a first rating starts a scorecard under. */
  defaultType: PartnerType;
  /** The types that the card offers, of those whose properties the portal has. */
  enabledTypes: readonly PartnerType[];
  /** Whether the prompts for partners who sell software subscriptions are shown, where a profile has them. */
  asksSaas: boolean;
  /** After how many days evidence is looked at again. */
  evidenceDays: EvidenceDays;
  /** How many partners may be gone deep with in a quarter. */
  slots: number;
  /** Whether unsaved edits of a scorecard are kept as drafts. */
  keepsDrafts: boolean;
  /** Where profiles and settings may be published. On the page, the person is a claim of the card. */
  publishing: 'terminal' | 'page';
  /** Who may publish in the OAuth edition beside the person who installed the app: HubSpot's ids of users. */
  publishers: readonly string[];
  /** What publishing without a prerequisite does: it warns and asks for a reason, or it is refused. */
  prerequisites: 'warn' | 'refuse';
  /** What the work in the background does where somebody overwrote a verdict: it repairs it, or leaves it until a person does. */
  editedVerdicts: 'repair' | 'ask';
  factSources: FactSources;
}

/** Whole days, 1 to 3,650. */
export interface EvidenceDays {
  overlap: number;
  inspection: number;
  mandate: number;
}

/** Where facts are counted from in the CRM. Null: people fill them in by hand. */
export interface FactSources {
  /** How customers are known to use the partner's product. */
  sharedCustomers:
    | {
        by: 'property';
        property: string;
        /** Internal values of the stages that make a company a customer. Empty: every company counts. */
        lifecycleStages: readonly string[];
      }
    | { by: 'label'; label: string; lifecycleStages: readonly string[] }
    /** One list a partner. Its name has `{partner}` where that of the partner stands; the list says who is a customer. */
    | { by: 'lists'; name: string }
    | null;
  /** The property of deals that names the partner whom a company asks for. */
  companiesAsking: { property: string } | null;
}

/** The settings of a portal that has published none. The figures are ours; the guides give none. */
export const DEFAULT_SETTINGS: Settings = {
  defaultType: 'technology',
  enabledTypes: PARTNER_TYPES.map(({ key }) => key),
  asksSaas: true,
  evidenceDays: { overlap: 365, inspection: 180, mandate: 90 },
  slots: 2,
  keepsDrafts: true,
  publishing: 'terminal',
  prerequisites: 'warn',
  editedVerdicts: 'repair',
  factSources: { sharedCustomers: null, companiesAsking: null },
  publishers: [],
};

/** Where the name of the partner stands in the name of its list. */
export const PARTNER_PLACE = '{partner}';

/** The name of a partner's list. @param pattern `Uses {partner}` */
export function listNameFor(pattern: string, partner: string): string {
  // as a text, `$&` in a name would stand for the place itself
  return pattern.replaceAll(PARTNER_PLACE, () => partner.trim());
}

const MOST_DAYS = 3_650;
const MOST_SLOTS = 1_000;
const MOST_PUBLISHERS = 100;
const USER_ID = /^[1-9]\d{0,19}$/;
const LONGEST_LABEL = 100;
/** A name that HubSpot gives a property. Source: HubSpot's developer documentation, the properties API. */
const PROPERTY_NAME = /^[a-z][a-z0-9_]{0,99}$/;

/** What is wrong with settings, each with the path of the field. */
export function settingsFaults({
  defaultType,
  enabledTypes,
  evidenceDays,
  slots,
  publishers,
  factSources,
}: Settings): SettingsFault[] {
  const faults: SettingsFault[] = [];
  if (enabledTypes.length === 0)
    faults.push({ path: 'enabledTypes', message: 'at least one partner type has to be enabled' });
  if (!enabledTypes.every(isPartnerType))
    faults.push({ path: 'enabledTypes', message: 'there is no such partner type' });
  if (new Set(enabledTypes).size < enabledTypes.length)
    faults.push({ path: 'enabledTypes', message: 'a partner type stands twice' });
  if (!enabledTypes.includes(defaultType))
    faults.push({ path: 'defaultType', message: 'the default type has to be enabled' });
  for (const [key, days] of Object.entries(evidenceDays))
    if (!isWhole(days, 1, MOST_DAYS))
      faults.push({ path: `evidenceDays.${key}`, message: `a whole number of days, 1 to ${MOST_DAYS}` });
  if (!isWhole(slots, 0, MOST_SLOTS))
    faults.push({ path: 'slots', message: `a whole number of partners, 0 to ${MOST_SLOTS}` });
  if (!publishers.every((id) => USER_ID.test(id)))
    faults.push({ path: 'publishers', message: 'the ids of HubSpot users, digits only' });
  if (publishers.length > MOST_PUBLISHERS || new Set(publishers).size < publishers.length)
    faults.push({ path: 'publishers', message: `at most ${MOST_PUBLISHERS} people, each of them once` });
  return [...faults, ...factSourceFaults(factSources)];
}

function factSourceFaults({ sharedCustomers, companiesAsking }: FactSources): SettingsFault[] {
  const shared = 'factSources.sharedCustomers';
  const faults: SettingsFault[] = [];
  if (sharedCustomers?.by === 'property')
    faults.push(...propertyFaults(`${shared}.property`, sharedCustomers.property));
  if (
    sharedCustomers !== null &&
    sharedCustomers.by !== 'lists' &&
    !sharedCustomers.lifecycleStages.every((stage) => isLabel(stage))
  )
    faults.push({
      path: `${shared}.lifecycleStages`,
      message: `one lifecycle stage a line, none of them empty or longer than ${LONGEST_LABEL} characters`,
    });
  if (
    sharedCustomers?.by === 'lists' &&
    !(isLabel(sharedCustomers.name) && sharedCustomers.name.includes(PARTNER_PLACE))
  )
    faults.push({
      path: `${shared}.name`,
      message: `the name of the lists with ${PARTNER_PLACE} in it, in at most ${LONGEST_LABEL} characters`,
    });
  if (sharedCustomers?.by === 'label' && !isLabel(sharedCustomers.label))
    faults.push({
      path: `${shared}.label`,
      message: `name the association label, in at most ${LONGEST_LABEL} characters`,
    });
  if (companiesAsking !== null)
    faults.push(...propertyFaults('factSources.companiesAsking.property', companiesAsking.property));
  return faults;
}

function propertyFaults(path: string, name: string): SettingsFault[] {
  if (PROPERTY_NAME.test(name)) return [];
  const message =
    'the internal name of a property: small letters, digits and _, a letter first, at most 100 characters';
  return [{ path, message }];
}

function isLabel(text: string): boolean {
  return !isInvisible(text) && text.length <= LONGEST_LABEL;
}

export interface SettingsFault {
  path: string;
  message: string;
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
