import type { Property } from '../crm-objects.ts';
import { NO_ACTION, type Action, type CustomAction, type Rule } from './automation.ts';
import { CallFields } from './call-fields.tsx';
import { PropertySelect, SelectField, TextField, ValueField } from './rule-fields.tsx';
import type { RuleProblems } from './rule-form.ts';

/** Props of both parts of the form. */
export interface PartProps {
  rule: Rule;
  properties: readonly Property[];
  problems: RuleProblems;
  change: (changes: Partial<Rule>) => void;
}

const ACTION_KINDS = [
  { value: 'task', label: 'Create a task for the owner' },
  { value: 'set', label: 'Set a property' },
  { value: 'call', label: 'Call a custom action of an app' },
] as const;

export function actionKindOf(then: Action): string {
  if ('createTask' in then) return 'task';
  return 'setProperty' in then ? 'set' : 'call';
}

export function emptyAction(kind: string): Action {
  if (kind === 'call') return { callAction: NO_ACTION };
  return kind === 'set' ? { setProperty: { property: '', value: '' } } : { createTask: { subject: '' } };
}

interface SetFieldsProps extends Pick<PartProps, 'properties' | 'problems'> {
  property: string;
  value: string;
  choose: (setProperty: { property: string; value: string }) => void;
}

function SetFields({ property, value, properties, problems, choose }: SetFieldsProps) {
  const writable = properties.filter(({ readOnly }) => !readOnly);
  return (
    <>
      <PropertySelect
        label="Property to set"
        value={property}
        properties={writable}
        problem={problems.target}
        choose={(name) => choose({ property: name, value: '' })}
      />
      <ValueField
        label="Value to set"
        property={writable.find(({ name }) => name === property)}
        value={value}
        problem={undefined}
        choose={(next) => choose({ property, value: next })}
      />
    </>
  );
}

export function ThenPart(props: PartProps & { customActions: readonly CustomAction[] }) {
  const { rule, properties, problems, customActions, change } = props;
  const { then } = rule;
  const { objectType } = rule.when;
  return (
    <fieldset className="rule-part">
      <legend>Then</legend>
      <SelectField
        label="Action"
        value={actionKindOf(then)}
        options={ACTION_KINDS}
        choose={(kind) => change({ then: emptyAction(kind) })}
      />
      {'callAction' in then && (
        <CallFields
          {...{ objectType, customActions, properties, problems }}
          called={then.callAction}
          choose={(callAction) => change({ then: { callAction } })}
        />
      )}
      {'createTask' in then && (
        <TextField
          label="Task"
          value={then.createTask.subject}
          problem={problems.subject}
          choose={(subject) => change({ then: { createTask: { subject } } })}
        />
      )}
      {'setProperty' in then && (
        <SetFields
          {...then.setProperty}
          {...{ properties, problems }}
          choose={(setProperty) => change({ then: { setProperty } })}
        />
      )}
    </fieldset>
  );
}
