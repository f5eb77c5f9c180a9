import { listIn, numberIn, recordIn, textIn } from '../parse.ts';
import { OBJECT_TYPES, type LogEntry, type ObjectType, type Rule } from './automation.ts';

const NAME_LIMIT = 100;
const SUBJECT_LIMIT = 250;

function objectTypeIn(value: unknown): ObjectType {
  return OBJECT_TYPES.find((type) => type === value) ?? 'companies';
}

/** Reads a rule from JSON; what is missing becomes empty, for `ruleProblems` to name. */
export function ruleIn(json: unknown): Rule {
  const { id, name, isOn, when, reEnrol, then } = recordIn(json);
  const trigger = recordIn(when);
  const place = { objectType: objectTypeIn(trigger['objectType']), property: textIn(trigger['property']) };
  const { createTask, setProperty } = recordIn(then);
  const setting = recordIn(setProperty);
  return {
    id: textIn(id),
    name: textIn(name).trim(),
    isOn: isOn === true,
    reEnrol: reEnrol === true,
    when:
      'leaves' in trigger
        ? { ...place, leaves: textIn(trigger['leaves']) }
        : { ...place, becomes: textIn(trigger['becomes']) },
    then:
      setProperty === undefined
        ? { createTask: { subject: textIn(recordIn(createTask)['subject']).trim() } }
        : { setProperty: { property: textIn(setting['property']), value: textIn(setting['value']) } },
  };
}

export type RuleProblems = Partial<Record<'name' | 'property' | 'value' | 'subject' | 'target', string>>;

/** What has to be put right before a rule can be saved, by field. */
export function ruleProblems({ name, when, then }: Rule): RuleProblems {
  const problems: RuleProblems = {};
  if (name === '') problems.name = 'Give the rule a name.';
  if (name.length > NAME_LIMIT) problems.name = `A name has at most ${NAME_LIMIT} characters.`;
  if (when.property === '') problems.property = 'Choose the property to watch.';
  if (valueOf(when) === '') problems.value = 'Choose or type the value to watch for.';
  if ('createTask' in then) {
    const { subject } = then.createTask;
    if (subject === '') problems.subject = 'Say what the task is called.';
    if (subject.length > SUBJECT_LIMIT)
      problems.subject = `A task’s name has at most ${SUBJECT_LIMIT} characters.`;
  } else if (then.setProperty.property === '') problems.target = 'Choose the property to set.';
  return problems;
}

/** The value that the trigger is about, arriving or leaving. */
export function valueOf(when: Rule['when']): string {
  return 'becomes' in when ? when.becomes : when.leaves;
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
    outcome: outcome === 'done' || outcome === 'failed' ? outcome : 'skipped',
    sentence: textIn(entry['sentence']),
  };
}

/** The list that an answer carries. */
export function resultsIn<T>(answer: unknown, read: (json: unknown) => T): T[] {
  return listIn(recordIn(answer)['results']).map(read);
}
