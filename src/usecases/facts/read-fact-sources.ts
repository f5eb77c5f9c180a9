import type { FactSourceChoices, SourceChoice } from '../../contract/facts.ts';
import { listLabels } from '../../crm/labels.ts';
import { canName } from '../../crm/named-records.ts';
import { type ExistingProperty, type ObjectType, listProperties } from '../../crm/property-definitions.ts';
import { fieldOf } from '../../crm/property-names.ts';
import { customerStages } from '../../icp/guess-fact-sources.ts';
import type { FactSources } from '../../icp/settings.ts';
import {
  NO_ASKING_GUESS,
  NO_SHARED_GUESS,
  choicesUnread,
  guessedProperty,
} from '../../messages/fact-sources.ts';
import type { Context } from '../context.ts';
import { isRefusal } from '../install/read-portal.ts';
import type { Partner } from './gathered.ts';
import { guessOtherSource, guessSourceProperty, someOf } from './guess-sources.ts';
import { scoredPartners } from './scored-partners.ts';

/**
 * What the portal has from which facts could be counted, and what the app would choose. At most eight calls: five for what
 * there is, two for what properties name, and one where no property of companies is a guess.
 *
 * @throws CrmError
 */
export async function readFactSources(context: Context): Promise<FactSourceChoices> {
  const { crm } = context;
  const unread: string[] = [];
  const readable = async <Found, Instead>(
    what: string,
    reading: Promise<Found>,
    instead: Instead,
  ): Promise<Found | Instead> => {
    try {
      return await reading;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      unread.push(choicesUnread(what, error.message));
      return instead;
    }
  };
  const [companies, deals, labels, partners] = await Promise.all([
    readable('properties of companies', listProperties(crm, 'companies'), []),
    readable('properties of deals', listProperties(crm, 'deals'), []),
    readable('labels between companies', listLabels(crm, 'companies/companies'), []),
    readable<Partner[], Partner[]>('scored companies', scoredPartners(context), []),
  ]);
  const [ofCompanies, ofDeals] = [offered('companies', companies), offered('deals', deals)];
  const [tools, requests] = await Promise.all([
    readable('values of companies', guessSourceProperty(crm, 'companies', ofCompanies, partners), null),
    readable('values of deals', guessSourceProperty(crm, 'deals', ofDeals, partners), null),
  ]);
  const lifecycleStages = stagesOf(companies);
  const stages = customerStages(lifecycleStages);
  const notes: string[] = [];
  let sharedCustomers: FactSources['sharedCustomers'] = null;
  if (tools !== null) {
    sharedCustomers = { by: 'property', property: tools.name, lifecycleStages: stages };
    notes.push(guessedProperty(tools.label, 'tools', someOf(tools.partners)));
  } else {
    const other = guessOtherSource(crm, labels, partners, stages);
    const guess = await readable('lists of companies', other, null);
    sharedCustomers = guess?.source ?? null;
    notes.push(guess?.why ?? NO_SHARED_GUESS);
  }
  notes.push(
    requests === null
      ? NO_ASKING_GUESS
      : guessedProperty(requests.label, 'requests', someOf(requests.partners)),
  );
  return {
    companyProperties: choicesOf(ofCompanies),
    dealProperties: choicesOf(ofDeals),
    labels: [...new Set(labels.map(({ label }) => label))].map((label) => ({ value: label, label })),
    lifecycleStages,
    guess: { sharedCustomers, companiesAsking: requests && { property: requests.name } },
    notes,
    unread,
  };
}

/**
 * Of HubSpot's own properties those in which products can be named. Portals have hundreds of others: names, addresses,
 * figures of pages and mails.
 */
const STANDARD: Readonly<Record<ObjectType, readonly string[]>> = {
  companies: ['web_technologies', 'description', 'about_us'],
  deals: ['closed_lost_reason', 'description', 'hs_next_step', 'dealname'],
};

/** Files, telephone numbers, and a yes or no. */
const UNFIT_FIELDS: readonly string[] = ['file', 'phonenumber', 'booleancheckbox'];

/** The properties that can name partners: the portal's own first, HubSpot's last. Ours never. */
function offered(objectType: ObjectType, properties: readonly ExistingProperty[]): ExistingProperty[] {
  return properties
    .filter(
      (property) =>
        canName(property) &&
        property.hidden !== true &&
        !UNFIT_FIELDS.includes(property.fieldType) &&
        fieldOf(property.name) === null &&
        (property.hubspotDefined !== true || STANDARD[objectType].includes(property.name)),
    )
    .sort((one, other) => placeOf(one) - placeOf(other) || one.label.localeCompare(other.label, 'en'));
}

function placeOf({ hubspotDefined, calculated, modificationMetadata }: ExistingProperty): number {
  if (hubspotDefined === true) return 2;
  return calculated === true || modificationMetadata?.readOnlyValue === true ? 1 : 0;
}

/** Two properties may have one label. */
function choicesOf(properties: readonly ExistingProperty[]): SourceChoice[] {
  return properties.map(({ name, label }) => {
    const isTwice = properties.some((other) => other.name !== name && other.label === label);
    return { value: name, label: label === '' ? name : isTwice ? `${label} (${name})` : label };
  });
}

function stagesOf(companies: readonly ExistingProperty[]): SourceChoice[] {
  const stages = companies.find(({ name }) => name === 'lifecyclestage');
  return (stages?.options ?? []).map(({ value, label }) => ({ value, label }));
}
