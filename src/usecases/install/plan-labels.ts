import { MOST_LABELS, PARTNER_LABELS, labelAmong } from '../../crm/labels.ts';
import type { PortalSetup } from './read-portal.ts';
import type { Step } from './step.ts';
import { LABELS_NEED_PLAN, labelsFull } from '../../messages/install.ts';

/** The association labels between companies and contacts. */
export function planLabels({ labels }: Pick<PortalSetup, 'labels'>): Step[] {
  if ('refused' in labels)
    return PARTNER_LABELS.map(({ label }) => step('skip', label, `${LABELS_NEED_PLAN} ${labels.refused}`));
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
    const sentence = labelsFull(MOST_LABELS, labels.items.length);
    return step('skip', label, sentence);
  });
}

function step(action: Step['action'], label: string, sentence: string): Step {
  return { kind: 'label', name: `label: ${label}`, action, sentence, work: null };
}
