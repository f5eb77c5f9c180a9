import type { Property } from '../crm-objects.ts';
import { valueText } from '../portal.ts';
import type { Definitions } from './automation-calls.ts';
import type { ObjectType, Rule } from './automation.ts';
import { triggerKindOf, valueOf } from './rule-form.ts';

export const OBJECT_NAMES: Readonly<Record<ObjectType, string>> = {
  companies: 'Company',
  contacts: 'Contact',
  deals: 'Deal',
};

export function definitionOf(definitions: Definitions, type: ObjectType, name: string): Property | undefined {
  return definitions[type].find((property) => property.name === name);
}

/** The label of a stored value. */
export function labelOf(property: Property | undefined, value: string): string {
  if (value === '') return 'no value';
  return property ? valueText(property, value) : value;
}

/**
 * @example "When Lane of a company becomes Deep, create the task “Run the open checks”."
 * @example "When Decided at of a company changes and Decision is Go deep, create the task “Plan the start”."
 */
export function ruleText(rule: Rule, definitions: Definitions): string {
  const { when, then } = rule;
  const watched = definitionOf(definitions, when.objectType, when.property);
  const change = `${changeText(rule, watched)}${conditionText(rule, definitions)}`;
  const subject = `${watched?.label ?? when.property} of a ${OBJECT_NAMES[when.objectType].toLowerCase()}`;
  if ('createTask' in then) return `When ${subject} ${change}, create the task “${then.createTask.subject}”.`;
  if ('callAction' in then) return `When ${subject} ${change}, call “${then.callAction.label}”.`;
  const { property, value } = then.setProperty;
  const target = definitionOf(definitions, when.objectType, property);
  return `When ${subject} ${change}, set ${target?.label ?? property} to ${labelOf(target, value)}.`;
}

function changeText({ when }: Rule, watched: Property | undefined): string {
  const kind = triggerKindOf(when);
  return kind === 'changes' ? kind : `${kind} ${labelOf(watched, valueOf(when))}`;
}

function conditionText({ when, only }: Rule, definitions: Definitions): string {
  if (only === undefined) return '';
  const read = definitionOf(definitions, when.objectType, only.property);
  const name = read?.label ?? only.property;
  return only.is === '' ? ` and ${name} has no value` : ` and ${name} is ${labelOf(read, only.is)}`;
}
