import { randomUUID } from 'node:crypto';
import type { CrmEvents } from '../hubspot/portal/events.ts';
import type { Automation, LogEntry, Rule } from '../workbench/pages/automation/automation.ts';
import { type ActionCall, beginActionCall } from './action-call.ts';
import { openCrmAccess } from './crm-access.ts';
import { type CustomActionOptions, listCustomActions } from './custom-actions.ts';
import { isTransition, openEnrolment, type PropertyChange } from './enrolment.ts';
import { type BeginCall, runRule } from './run-rule.ts';
import { SHIPPED_RULES } from './shipped-rules.ts';

const LOG_LIMIT = 500;

export interface AutomationOptions {
  readonly events: CrmEvents;
  readonly crmBaseUrl: string;
  /** A token of its own, of an actor whose sourceType is AUTOMATION_PLATFORM: it identifies loops. */
  readonly token: string;
  readonly now: () => Date;
  readonly rules?: readonly Rule[];
  /** Without them, rules have no custom actions to call. */
  readonly customActions?: CustomActionOptions;
}

export interface RunningAutomation extends Automation {
  /** Resolves when all writes so far and their consequences are handled. */
  readonly settled: () => Promise<void>;
  /** Forgets enrolments, the log and changes of rules. Call it when nothing is under way. */
  readonly reset: () => void;
  /** Stops listening and resolves when started work is done. */
  readonly close: () => Promise<void>;
}

/**
 * Runs rules over the CRM's events as HubSpot's workflows do: a record enrols when a rule's trigger turns from not met to
 * met while its condition holds, once unless re-enrolment is on. Actions run in the order of the events. Rules, enrolments and the log are kept
 * in memory.
 */
export function startAutomation(options: AutomationOptions): RunningAutomation {
  const { events, crmBaseUrl, token, now, customActions } = options;
  const crm = openCrmAccess(crmBaseUrl, token);
  const initial = () => (options.rules ?? SHIPPED_RULES).map((rule) => [rule.id, rule] as const);
  const rules = new Map(initial());
  const enrolment = openEnrolment(now);
  const log: Logged[] = [];
  const beginCall = beginnerOf(customActions);
  const answers = new Set<Promise<void>>();
  let lastEntry = 0;
  let work = Promise.resolve();

  async function answer(rule: Rule, event: PropertyChange): Promise<void> {
    const ran = await runRule(crm, rule, event, () => enrolment.enrol(rule, event), now, beginCall);
    if (ran === undefined) return;
    const { call, ...result } = ran;
    log.unshift({ entry: { id: ++lastEntry, ...eventOf(rule, event), ...result }, call });
    log.splice(LOG_LIMIT);
    if (call === undefined) return;
    // Other rules do not wait for the app.
    const answered = call.answered.then(() => void answers.delete(answered));
    answers.add(answered);
  }

  const unsubscribe = events.subscribe((event) => {
    if (event.kind !== 'propertyChange') return;
    for (const rule of rules.values()) {
      if (!isTransition(rule, event)) continue;
      // The rule as it is now: one that is switched off later still acts on earlier events.
      work = work.then(() => answer(rule, event));
    }
  });

  return {
    rules: () => [...rules.values()],
    saveRule: (rule) => {
      const saved = { ...rule, id: rule.id || randomUUID() };
      rules.set(saved.id, saved);
      return saved;
    },
    deleteRule: (id) => {
      rules.delete(id);
      enrolment.forget(id);
    },
    customActions: () => listCustomActions(crmBaseUrl, token, customActions?.appIds ?? []),
    log: () => log.map(({ entry, call }) => ({ ...entry, ...call?.state() })),
    settled: async () => {
      let begun: Promise<void>;
      do {
        await events.delivered();
        begun = work;
        await begun;
        await Promise.all(answers);
        // actions can trigger further rules
        await events.delivered();
      } while (begun !== work);
    },
    reset: () => {
      for (const id of rules.keys()) enrolment.forget(id);
      rules.clear();
      for (const [id, rule] of initial()) rules.set(id, rule);
      log.length = 0;
    },
    close: async () => {
      unsubscribe();
      await work;
      await Promise.all(answers);
    },
  };
}

interface Logged {
  readonly entry: LogEntry;
  readonly call: ActionCall | undefined;
}

function beginnerOf(customActions: CustomActionOptions | undefined): BeginCall {
  return ({ appId, definitionId, label, inputs }, { objectType, id: objectId }) => {
    if (customActions === undefined) throw new Error('This automation calls no custom actions.');
    const order = { appId, definitionId, objectType, objectId, inputFields: inputs };
    return beginActionCall(customActions.actions, order, label);
  };
}

function eventOf(rule: Rule, { occurredAt, propertyName, previousValue, value, source }: PropertyChange) {
  const { sourceType, sourceLabel = '', userId = 0 } = source;
  return {
    at: new Date(occurredAt).toISOString(),
    property: propertyName,
    from: previousValue ?? '',
    to: value,
    source: { type: sourceType, label: sourceLabel, userId },
    rule: { id: rule.id, name: rule.name },
  };
}
