import type {
  Action,
  LogEntry,
  ObjectType,
  Rule,
  CalledAction,
} from '../workbench/pages/automation/automation.ts';
import type { ActionCall } from './action-call.ts';
import type { CrmAccess, ReadRecord } from './crm-access.ts';
import { isConditionMet, type PropertyChange } from './enrolment.ts';

const DAY = 86_400_000;

/** The immediate result. `call` has the later state of a custom action. */
type Result = Pick<LogEntry, 'record' | 'outcome' | 'sentence'> & { readonly call?: ActionCall };

/** Begins a call of a custom action for a record. */
export type BeginCall = (
  called: CalledAction,
  record: { readonly objectType: ObjectType; readonly id: string },
) => ActionCall;

/**
 * Runs the rule's action for the record of the event. Never throws: failures are the outcome.
 *
 * @param enrol answers why the rule is skipped; undefined to run it
 * @returns undefined when the rule's condition does not hold: the record does not enrol
 */
export async function runRule(
  crm: CrmAccess,
  rule: Rule,
  event: PropertyChange,
  enrol: () => string | undefined,
  now: () => Date,
  beginCall: BeginCall,
): Promise<Result | undefined> {
  const { objectType } = rule.when;
  let record = { objectType, id: event.objectId, name: `${objectType} ${event.objectId}` };
  let skipped: string | undefined;
  try {
    if (!(await isConditionMet(crm, rule, event))) return undefined;
    skipped = enrol();
    const found = await crm.read(objectType, event.objectId);
    record = { ...record, name: found.name || record.name };
    if (skipped !== undefined) return { record, outcome: 'skipped', sentence: skipped };
    const { then } = rule;
    if ('callAction' in then) {
      const call = beginCall(then.callAction, { objectType, id: event.objectId });
      return { record, outcome: 'waiting', sentence: '', call };
    }
    return {
      record,
      outcome: 'done',
      sentence: await act(crm, objectType, then, event.objectId, found, now),
    };
  } catch (error) {
    if (skipped !== undefined) return { record, outcome: 'skipped', sentence: skipped };
    return { record, outcome: 'failed', sentence: error instanceof Error ? error.message : String(error) };
  }
}

/** @returns what was done, as a sentence */
async function act(
  crm: CrmAccess,
  objectType: ObjectType,
  then: Exclude<Action, { callAction: unknown }>,
  id: string,
  { ownerId }: ReadRecord,
  now: () => Date,
): Promise<string> {
  if ('setProperty' in then) {
    const { property, value } = then.setProperty;
    await crm.setProperty(objectType, id, property, value);
    return value === '' ? `Emptied ${property}.` : `Set ${property} to “${value}”.`;
  }
  const { subject } = then.createTask;
  await crm.createTask(objectType, id, ownerId, { subject, dueAt: new Date(now().getTime() + DAY) });
  return `Created the task “${subject}” for ${ownerId === '' ? 'nobody: the record has no owner' : 'the owner'}.`;
}
