import type { Property } from '../crm-objects.ts';
import { OBJECT_TYPES, type ObjectType, type Rule, type Trigger } from './automation.ts';
import { PropertySelect, SelectField, TextField, ValueField } from './rule-fields.tsx';
import { valueOf, type RuleProblems } from './rule-form.ts';
import { OBJECT_NAMES } from './rule-text.ts';

interface PartProps {
  rule: Rule;
  properties: readonly Property[];
  problems: RuleProblems;
  change: (changes: Partial<Rule>) => void;
}

const TYPES = OBJECT_TYPES.map((value) => ({ value, label: OBJECT_NAMES[value] }));
const CHANGES = [
  { value: 'becomes', label: 'becomes' },
  { value: 'leaves', label: 'leaves' },
];
const ACTIONS = [
  { value: 'task', label: 'Create a task for the owner' },
  { value: 'set', label: 'Set a property' },
];

function triggerOf(
  change: string,
  place: { objectType: ObjectType; property: string },
  value: string,
): Trigger {
  return change === 'leaves' ? { ...place, leaves: value } : { ...place, becomes: value };
}

export function WhenPart({ rule: { when, then }, properties, problems, change }: PartProps) {
  const kind = 'becomes' in when ? 'becomes' : 'leaves';
  const { objectType, property } = when;
  const chooseType = (value: string) => {
    const type = OBJECT_TYPES.find((each) => each === value) ?? 'companies';
    change({
      when: triggerOf(kind, { objectType: type, property: '' }, ''),
      // its property belonged to the other kind of record
      then: 'setProperty' in then ? { setProperty: { property: '', value: '' } } : then,
    });
  };
  return (
    <fieldset className="rule-part">
      <legend>When</legend>
      <SelectField label="Record" value={objectType} options={TYPES} choose={chooseType} />
      <PropertySelect
        label="Property"
        value={property}
        properties={properties}
        problem={problems.property}
        choose={(name) => change({ when: triggerOf(kind, { objectType, property: name }, '') })}
      />
      <SelectField
        label="Change"
        value={kind}
        options={CHANGES}
        choose={(next) => change({ when: triggerOf(next, { objectType, property }, valueOf(when)) })}
      />
      <ValueField
        label="Value"
        property={properties.find(({ name }) => name === property)}
        value={valueOf(when)}
        problem={problems.value}
        choose={(value) => change({ when: triggerOf(kind, { objectType, property }, value) })}
      />
    </fieldset>
  );
}

export function ThenPart({ rule: { then }, properties, problems, change }: PartProps) {
  const chooseAction = (action: string) =>
    change({
      then: action === 'set' ? { setProperty: { property: '', value: '' } } : { createTask: { subject: '' } },
    });
  const writable = properties.filter(({ readOnly }) => !readOnly);
  return (
    <fieldset className="rule-part">
      <legend>Then</legend>
      <SelectField
        label="Action"
        value={'createTask' in then ? 'task' : 'set'}
        options={ACTIONS}
        choose={chooseAction}
      />
      {'createTask' in then ? (
        <TextField
          label="Task"
          value={then.createTask.subject}
          problem={problems.subject}
          choose={(subject) => change({ then: { createTask: { subject } } })}
        />
      ) : (
        <>
          <PropertySelect
            label="Property to set"
            value={then.setProperty.property}
            properties={writable}
            problem={problems.target}
            choose={(property) => change({ then: { setProperty: { property, value: '' } } })}
          />
          <ValueField
            label="Value to set"
            property={writable.find(({ name }) => name === then.setProperty.property)}
            value={then.setProperty.value}
            problem={undefined}
            choose={(value) => change({ then: { setProperty: { ...then.setProperty, value } } })}
          />
        </>
      )}
    </fieldset>
  );
}
