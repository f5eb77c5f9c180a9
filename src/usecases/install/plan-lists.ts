import type { InstallationRecord } from '../../crm/installation-record.ts';
import { type ExistingList, type KnownTerms, isAsWanted, isUpToDate } from '../../crm/lists.ts';
import { OLDER_PROFILE, PARTNER_LISTS, type PartnerList, isOurListName } from '../../crm/partner-lists.ts';
import type { PortalSetup } from './read-portal.ts';
import type { Step } from './step.ts';
import {
  LISTS_NEED_PLAN,
  LIST_NEEDS_PROFILES,
  listNameTaken,
  listNeedsProperty,
  otherList,
} from '../../messages/install.ts';

/**
 * @param known what the record says, as far as it is there
 * @param versions the keys of the current profiles; null where they cannot be read
 * @param unusable names of company properties that clash, so that no list can filter by them
 */
export function planLists(
  { lists }: Pick<PortalSetup, 'lists'>,
  { lists: known, zone }: Pick<InstallationRecord, 'lists' | 'zone'>,
  versions: readonly string[] | null,
  unusable: ReadonlySet<string>,
): Step[] {
  const terms = { zone, versions };
  if ('refused' in lists)
    return PARTNER_LISTS.map(({ name }) => step('skip', name, `${LISTS_NEED_PLAN} ${lists.refused}`));
  return PARTNER_LISTS.map((wanted) => {
    const there = lists.items.find(({ listId }) => listId === known[wanted.key]);
    const isNameTaken = lists.items.some(({ name }) => name === wanted.name);
    if (there !== undefined && isAsWanted({ ...there, name: wanted.name }, wanted))
      return keep(there, wanted, terms, isNameTaken);
    if (there !== undefined) return clash(there.name, wanted);
    return isNameTaken ? clash(wanted.name, wanted) : planNew(wanted, terms, unusable);
  });
}

/** A name of an earlier version is brought up to date, one that an admin gave stays. */
function keep(there: ExistingList, list: PartnerList, terms: KnownTerms, isNameTaken: boolean): Step {
  const { name } = list;
  const isNamedAsBefore = there.name !== name && isOurListName(list, there.name);
  const renames = isNamedAsBefore && !isNameTaken;
  const { zone, versions } = terms;
  const filters = isUpToDate(there, list, terms) ? null : { zone, versions: versions ?? [] };
  const sentences = [
    ...(renames ? [`The list "${there.name}" is renamed.`] : []),
    ...(filters === null ? [] : [sentenceFor(list, zone)]),
    ...(isNamedAsBefore && isNameTaken ? [listNameTaken(there.name, name)] : []),
  ];
  if (sentences.length === 0)
    return step('keep', name, `The list is there${there.name === name ? '' : `, called "${there.name}"`}.`);
  const isWritten = renames || filters !== null;
  return {
    ...step(isNamedAsBefore && isNameTaken ? 'clash' : 'repair', name, sentences.join(' ')),
    work: isWritten ? { call: 'list-change', id: there.listId, list, renames, filters } : null,
  };
}

function sentenceFor(list: PartnerList, zone: string | null): string {
  if (list === OLDER_PROFILE) return 'Its filters name the current profiles now.';
  return `Its days are counted in the portal's time zone now: ${zone ?? 'UTC'}.`;
}

function planNew(list: PartnerList, { zone, versions }: KnownTerms, unusable: ReadonlySet<string>): Step {
  const { name, filters, what } = list;
  if (list === OLDER_PROFILE && versions === null) return step('skip', name, LIST_NEEDS_PROFILES);
  const lacking = filters.find(({ property }) => unusable.has(property));
  if (lacking !== undefined) return step('skip', name, listNeedsProperty(lacking.property));
  return {
    ...step('create', name, `An active list: ${what}.`),
    work: { call: 'list', list, terms: { zone, versions: versions ?? [] } },
  };
}

function clash(called: string, { name, what }: PartnerList): Step {
  const sentence = otherList(called, what);
  return step('clash', name, sentence);
}

function step(action: Step['action'], name: string, sentence: string): Step {
  return { kind: 'list', name: `list: ${name}`, action, sentence, work: null };
}
