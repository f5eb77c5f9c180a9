import { propertyIn, type Property } from '../crm-objects.ts';
import { callServer } from '../server-calls.ts';
import { OBJECT_TYPES, type LogEntry, type ObjectType, type Rule, type CustomAction } from './automation.ts';
import { customActionIn } from './parse-action.ts';
import { entryIn, resultsIn, ruleIn } from './rule-form.ts';

const RULES = '/automation-api/rules';

/** Definitions of properties by object type. */
export type Definitions = Readonly<Record<ObjectType, readonly Property[]>>;

export async function listRules(ownerId: string): Promise<Rule[]> {
  return resultsIn(await callServer(ownerId, 'GET', RULES), ruleIn);
}

/** @throws Error in words when the rule is not accepted */
export async function saveRule(ownerId: string, rule: Rule): Promise<void> {
  await callServer(ownerId, 'POST', RULES, rule);
}

export async function deleteRule(ownerId: string, id: string): Promise<void> {
  await callServer(ownerId, 'DELETE', `${RULES}/${encodeURIComponent(id)}`);
}

export async function readLog(ownerId: string): Promise<LogEntry[]> {
  return resultsIn(await callServer(ownerId, 'GET', '/automation-api/log'), entryIn);
}

export async function listCustomActions(ownerId: string): Promise<CustomAction[]> {
  return resultsIn(await callServer(ownerId, 'GET', '/automation-api/custom-actions'), customActionIn);
}

export async function listDefinitions(ownerId: string): Promise<Definitions> {
  const [companies = [], contacts = [], deals = []] = await Promise.all(
    OBJECT_TYPES.map(async (type) =>
      resultsIn(await callServer(ownerId, 'GET', `/crm-api/crm/properties/2026-09/${type}`), propertyIn),
    ),
  );
  return { companies, contacts, deals };
}
