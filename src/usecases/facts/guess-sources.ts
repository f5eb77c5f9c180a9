import type { Crm } from '../../crm/client/request.ts';
import { type ExistingLabel, labelKey } from '../../crm/labels.ts';
import { companyListNames } from '../../crm/lists.ts';
import { LIST_PREFIX } from '../../crm/partner-lists.ts';
import type { ExistingProperty, ObjectType } from '../../crm/property-definitions.ts';
import {
  REQUEST_WORDS,
  type SourceCandidate,
  TOOL_WORDS,
  guessListName,
  guessProperty,
  speaksOfUse,
} from '../../icp/guess-fact-sources.ts';
import type { FactSources } from '../../icp/settings.ts';
import { guessedLabel, guessedLists } from '../../messages/fact-sources.ts';
import type { Partner } from './gathered.ts';
import { isText, partnersLabelled, partnersNamed } from './partners-named.ts';

/** HubSpot's own that holds the tools of a company; no other of HubSpot's is guessed. */
const GUESSED_STANDARD: readonly string[] = ['web_technologies'];

/**
 * The property that the app would choose; null for none. One call where texts may name partners.
 *
 * @param properties those that can be chosen
 * @throws CrmError
 */
export async function guessSourceProperty(
  crm: Crm,
  objectType: ObjectType,
  properties: readonly ExistingProperty[],
  partners: readonly Partner[],
): Promise<SourceCandidate | null> {
  const words = objectType === 'companies' ? TOOL_WORDS : REQUEST_WORDS;
  const fitting = properties.filter(
    (property) =>
      (property.hubspotDefined !== true || GUESSED_STANDARD.includes(property.name)) &&
      // those that are no guess even where they name a partner are not looked into
      guessProperty([candidateOf(property, ['any'])], words) !== null,
  );
  const named = await partnersNamed(crm, objectType, fitting, partners);
  return guessProperty(
    fitting.map((property) => candidateOf(property, namesOf(named.get(property.name)))),
    words,
  );
}

function candidateOf(property: ExistingProperty, partners: readonly string[]): SourceCandidate {
  const { name, label, options } = property;
  return { name, label, options: isText(property) ? null : options.length, partners };
}

/** A source of shared customers, and the sentence that says why it is the guess. */
interface SharedGuess {
  source: NonNullable<FactSources['sharedCustomers']>;
  why: string;
}

/**
 * A label between companies, else the lists of partners; null for neither. One call, none without scored partners.
 *
 * @param stages of customers
 * @throws CrmError
 */
export async function guessOtherSource(
  crm: Crm,
  labels: readonly ExistingLabel[],
  partners: readonly Partner[],
  stages: readonly string[],
): Promise<SharedGuess | null> {
  const speaking = labels.filter(({ label }) => speaksOfUse(label));
  if (speaking.length === 0) return guessLists(crm, partners);
  const labelled = await partnersLabelled(crm, partners);
  const [most] = speaking
    .map(({ label }) => ({ label, partners: namesOf(labelled.get(labelKey(label))) }))
    .sort((one, other) => other.partners.length - one.partners.length);
  if (most === undefined) return null;
  return {
    source: { by: 'label', label: most.label, lifecycleStages: stages },
    why: guessedLabel(most.label, someOf(most.partners)),
  };
}

async function guessLists(crm: Crm, partners: readonly Partner[]): Promise<SharedGuess | null> {
  if (partners.length === 0) return null;
  const lists = (await companyListNames(crm, '')).filter((name) => !name.startsWith(LIST_PREFIX));
  const named = guessListName(lists, namesOf(partners));
  if (named === null) return null;
  const { name } = named;
  return { source: { by: 'lists', name }, why: guessedLists(name, someOf(named.partners) ?? name) };
}

function namesOf(partners: readonly Partner[] = []): string[] {
  return partners.map(({ name }) => name);
}

/** `Ledgerlane and 4 other scored partners`; null for none */
export function someOf(partners: readonly string[]): string | null {
  const [first] = partners;
  if (first === undefined) return null;
  const others = partners.length - 1;
  if (others === 0) return first;
  return `${first} and ${others.toLocaleString('en')} other scored ${others === 1 ? 'partner' : 'partners'}`;
}
