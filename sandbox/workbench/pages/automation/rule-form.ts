import { listIn, numberIn, recordIn, textIn } from '../parse.ts';
import {
  inputText,
  isCalled,
  type CalledAction,
  type CustomAction,
  OBJECT_TYPES,
  type CallLog,
  type Condition,
  type LogEntry,
  type ObjectType,
  type Rule,
  type Trigger,
} from './automation.ts';
import { actionIn } from './parse-action.ts';

const NAME_LIMIT = 100;
const SUBJECT_LIMIT = 250;

function objectTypeIn(value: unknown): ObjectType {
  return OBJECT_TYPES.find((type) => type === value) ?? 'companies';
}

/** Reads a rule from JSON. Missing values become empty; `ruleProblems` reports them. */
export function ruleIn(json: unknown): Rule {
  const { id, name, isOn, when, only, reEnrol, then } = recordIn(json);
  const trigger = recordIn(when);
  const place = { objectType: objectTypeIn(trigger['objectType']), property: textIn(trigger['property']) };
  return {
    id: textIn(id),
    name: textIn(name).trim(),
    isOn: isOn === true,
    reEnrol: reEnrol === true,
    when: triggerOf(
      TRIGGER_KINDS.find((kind) => kind in trigger) ?? 'becomes',
      place,
      textIn(trigger['leaves'] ?? trigger['becomes']),
    ),
    ...(only === undefined ? {} : { only: conditionIn(only) }),
    then: actionIn(then),
  };
}

function conditionIn(json: unknown): Condition {
  const { property, is } = recordIn(json);
  return { property: textIn(property), is: textIn(is) };
}

export const TRIGGER_KINDS = ['becomes', 'leaves', 'changes'] as const;
export type TriggerKind = (typeof TRIGGER_KINDS)[number];

export function triggerKindOf(when: Trigger): TriggerKind {
  return TRIGGER_KINDS.find((kind) => kind in when) ?? 'becomes';
}

/** @param value ignored where any value starts the rule */
export function triggerOf(
  kind: TriggerKind,
  { objectType, property }: Pick<Trigger, 'objectType' | 'property'>,
  value: string,
): Trigger {
  const place = { objectType, property };
  if (kind === 'changes') return { ...place, changes: true };
  return kind === 'leaves' ? { ...place, leaves: value } : { ...place, becomes: value };
}

export type RuleProblems = Partial<
  Record<'name' | 'property' | 'value' | 'condition' | 'subject' | 'target' | 'action' | 'input', string>
>;

/**
 * The problems that keep a rule from being saved, by field.
 *
 * @param customActions if given, required inputs of the called action are checked too
 */
export function ruleProblems(
  { name, when, only, then }: Rule,
  customActions: readonly CustomAction[] = [],
): RuleProblems {
  const problems: RuleProblems = {};
  if (name === '') problems.name = 'Give the rule a name.';
  if (name.length > NAME_LIMIT) problems.name = `A name has at most ${NAME_LIMIT} characters.`;
  if (when.property === '') problems.property = 'Choose the property to watch.';
  if (!('changes' in when) && valueOf(when) === '') problems.value = 'Choose or type the value to watch for.';
  if (only?.property === '') problems.condition = 'Choose the property that the condition reads.';
  if ('createTask' in then) {
    const { subject } = then.createTask;
    if (subject === '') problems.subject = 'Say what the task is called.';
    if (subject.length > SUBJECT_LIMIT)
      problems.subject = `A task’s name has at most ${SUBJECT_LIMIT} characters.`;
  } else if ('callAction' in then) Object.assign(problems, callProblems(then.callAction, customActions));
  else if (then.setProperty.property === '') problems.target = 'Choose the property to set.';
  return problems;
}

function callProblems(called: CalledAction, customActions: readonly CustomAction[]): RuleProblems {
  if (called.definitionId === '') return { action: 'Choose the custom action.' };
  const fields = customActions.find((action) => isCalled(called, action))?.fields ?? [];
  const missing = fields.filter((field) => field.isRequired && inputText(called, field) === '');
  if (missing.length === 0) return {};
  return { input: `Fill in: ${missing.map(({ label }) => label).join(', ')}.` };
}

/** The value that the property becomes or leaves; "" where any value starts the rule. */
export function valueOf(when: Trigger): string {
  if ('changes' in when) return '';
  return 'becomes' in when ? when.becomes : when.leaves;
}

const OUTCOMES = ['done', 'failed', 'skipped', 'waiting'] as const;

function callLogIn(json: unknown): CallLog {
  const { attempts, outputs } = recordIn(json);
  return {
    attempts: listIn(attempts).map((attempt) => {
      const { at, text } = recordIn(attempt);
      return { at: textIn(at), text: textIn(text) };
    }),
    outputs: listIn(outputs).map((output) => {
      const { name, value } = recordIn(output);
      return { name: textIn(name), value: textIn(value) };
    }),
  };
}

/** Reads an entry of the log that our own server answered. */
export function entryIn(json: unknown): LogEntry {
  const entry = recordIn(json);
  const [record, source, rule] = ['record', 'source', 'rule'].map((part) => recordIn(entry[part]));
  const outcome = entry['outcome'];
  return {
    id: numberIn(entry['id']),
    at: textIn(entry['at']),
    record: {
      objectType: objectTypeIn(record?.['objectType']),
      id: textIn(record?.['id']),
      name: textIn(record?.['name']),
    },
    property: textIn(entry['property']),
    from: textIn(entry['from']),
    to: textIn(entry['to']),
    source: {
      type: textIn(source?.['type']),
      label: textIn(source?.['label']),
      userId: numberIn(source?.['userId']),
    },
    rule: { id: textIn(rule?.['id']), name: textIn(rule?.['name']) },
    outcome: OUTCOMES.find((each) => each === outcome) ?? 'skipped',
    sentence: textIn(entry['sentence']),
    ...(entry['call'] === undefined ? {} : { call: callLogIn(entry['call']) }),
  };
}

/** The list that an answer carries. */
export function resultsIn<T>(answer: unknown, read: (json: unknown) => T): T[] {
  return listIn(recordIn(answer)['results']).map(read);
}
