import { MOST_LABELS, PARTNER_LABELS, labelAmong } from '../../crm/labels.ts';
import type { PortalSetup } from './read-portal.ts';
import type { Step } from './step.ts';

/** What association labels need of HubSpot. Source: HubSpot's product catalog. */
export const LABELS_NEED =
  'Association labels need a Professional plan or higher, and the app the scopes of companies and contacts.';

/** The association labels between companies and contacts. */
export function planLabels({ labels }: Pick<PortalSetup, 'labels'>): Step[] {
  if ('refused' in labels)
    return PARTNER_LABELS.map(({ label }) => step('skip', label, `${LABELS_NEED} ${labels.refused}`));
  let room = MOST_LABELS - labels.items.length;
  return PARTNER_LABELS.map((wanted) => {
    const { label, what } = wanted;
    if (labelAmong(labels.items, wanted) !== undefined)
      return step('keep', label, 'The association label is there.');
    room -= 1;
    if (room >= 0)
      return {
        ...step('create', label, `Says on a company and its contact ${what}.`),
        work: { call: 'label', label: wanted },
      };
    const sentence = `HubSpot keeps ${MOST_LABELS} labels between companies and contacts, and there are ${labels.items.length}. Delete one that nobody uses, then install again.`;
    return step('skip', label, sentence);
  });
}

function step(action: Step['action'], label: string, sentence: string): Step {
  return { kind: 'label', name: `label: ${label}`, action, sentence, work: null };
}
