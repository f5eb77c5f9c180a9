import { ACTION_KINDS, actionKindOf, emptyAction } from './action-kind.ts';
import { CallFields } from './call-fields.tsx';
import type { CustomAction } from './automation.ts';
import { PropertySelect, SelectField, TextField, ValueField } from './rule-fields.tsx';
import type { PartProps } from './when-part.tsx';

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
