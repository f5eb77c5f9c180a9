import { isAsWanted } from '../../crm/lists.ts';
import { PARTNER_LISTS, type PartnerList } from '../../crm/partner-lists.ts';
import type { PortalSetup } from './read-portal.ts';
import type { Step } from './step.ts';
import { LISTS_NEED_PLAN, listNeedsProperty, otherList } from '../../messages/install.ts';

/** @param unusable names of company properties that clash, so that no list can filter by them */
export function planLists({ lists }: Pick<PortalSetup, 'lists'>, unusable: ReadonlySet<string>): Step[] {
  if ('refused' in lists)
    return PARTNER_LISTS.map(({ name }) => step('skip', name, `${LISTS_NEED_PLAN} ${lists.refused}`));
  return PARTNER_LISTS.map((wanted) => {
    const there = lists.items.filter(({ name }) => name === wanted.name);
    if (there.some((list) => isAsWanted(list, wanted)))
      return step('keep', wanted.name, 'The list is there.');
    return there.length > 0 ? clash(wanted) : planNew(wanted, unusable);
  });
}

function planNew(list: PartnerList, unusable: ReadonlySet<string>): Step {
  const { name, property, what } = list;
  if (unusable.has(property)) return step('skip', name, listNeedsProperty(property));
  return {
    ...step('create', name, `An active list: ${what}.`),
    work: { call: 'list', list },
  };
}

function clash({ name, what }: PartnerList): Step {
  const sentence = otherList(name, what);
  return step('clash', name, sentence);
}

function step(action: Step['action'], name: string, sentence: string): Step {
  return { kind: 'list', name: `list: ${name}`, action, sentence, work: null };
}
