import type { CrmEvent } from '../hubspot/portal/events.ts';
import type { CrmAccess } from './crm-access.ts';
import type { Rule } from '../workbench/pages/automation/automation.ts';

export type PropertyChange = Extract<CrmEvent, { kind: 'propertyChange' }>;

/** Reactions a minute, per rule and record, to writes of the automation itself. Ends loops of rules. */
const OWN_REACTIONS = 5;
const MINUTE = 60_000;
const AUTOMATION = 'AUTOMATION_PLATFORM';

/** Whether the change turns the rule's trigger from not met to met. Never for an unchanged value. */
export function isTransition({ when }: Rule, event: PropertyChange): boolean {
  if (event.objectType !== when.objectType || event.propertyName !== when.property) return false;
  const [from, to] = [event.previousValue ?? '', event.value];
  if (from === to) return false;
  if ('changes' in when) return to !== '';
  return 'becomes' in when ? to === when.becomes : from === when.leaves;
}

/** Whether the rule's condition held when the record changed. @throws Error with the CRM's message */
export async function isConditionMet(
  crm: Pick<CrmAccess, 'valueAt'>,
  { when, only }: Rule,
  { objectId, occurredAt }: PropertyChange,
): Promise<boolean> {
  if (only === undefined) return true;
  return (await crm.valueAt(when.objectType, objectId, only.property, occurredAt)) === only.is;
}

export interface Enrolment {
  /** @returns undefined when the record enrols, else why it does not */
  readonly enrol: (rule: Rule, event: PropertyChange) => string | undefined;
  readonly forget: (ruleId: string) => void;
}

/** Keeps enrolled records by rule, and recent reactions to the automation itself. */
export function openEnrolment(now: () => Date): Enrolment {
  const enrolled = new Map<string, Set<string>>();
  const reactions = new Map<string, number[]>();

  function isLoop(key: string): boolean {
    const since = now().getTime() - MINUTE;
    const recent = (reactions.get(key) ?? []).filter((at) => at > since);
    reactions.set(key, recent);
    if (recent.length >= OWN_REACTIONS) return true;
    recent.push(now().getTime());
    return false;
  }

  return {
    enrol: (rule, { objectId, source }) => {
      if (!rule.isOn) return 'The rule is off.';
      const records = enrolled.get(rule.id) ?? new Set();
      if (records.has(objectId) && !rule.reEnrol) return 'Enrolled before, and re-enrolment is off.';
      if (source.sourceType === AUTOMATION && isLoop(`${rule.id} ${objectId}`))
        return `Stopped a loop: reacted to automation ${OWN_REACTIONS} times within a minute.`;
      enrolled.set(rule.id, records.add(objectId));
      return undefined;
    },
    forget: (ruleId) => void enrolled.delete(ruleId),
  };
}
