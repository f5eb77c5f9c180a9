import type { InstallationRecord } from '../../crm/installation-record.ts';
import { MOST_LABELS, PARTNER_LABELS } from '../../crm/labels.ts';
import type { PortalSetup } from './read-portal.ts';
import type { Step } from './step.ts';
import { LABELS_NEED_PLAN, labelsFull } from '../../messages/install.ts';

type Known = Pick<InstallationRecord, 'labels' | 'foundLabels'>;

/** The association labels between companies and contacts. @param known by the record, as far as they are there */
export function planLabels({ labels }: Pick<PortalSetup, 'labels'>, known: Known): Step[] {
  if ('refused' in labels)
    return PARTNER_LABELS.map(({ label }) => step('skip', label, `${LABELS_NEED_PLAN} ${labels.refused}`));
  let room = MOST_LABELS - labels.items.length;
  return PARTNER_LABELS.map((wanted) => {
    const { label, name, what } = wanted;
    const there = labels.items.find(
      ({ id }) => String(id) === (known.labels[name] ?? known.foundLabels[name]),
    );
    if (there !== undefined)
      return step('keep', label, `The association label is there${calledNow(there, label)}.`);
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

function calledNow(there: { label: string }, label: string): string {
  return there.label.toLowerCase() === label.toLowerCase() ? '' : `, called "${there.label}"`;
}

function step(action: Step['action'], label: string, sentence: string): Step {
  return { kind: 'label', name: `label: ${label}`, action, sentence, work: null };
}
