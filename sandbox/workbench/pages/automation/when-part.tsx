import { OBJECT_TYPES, type ObjectType, type Trigger } from './automation.ts';
import { PropertySelect, SelectField, ValueField } from './rule-fields.tsx';
import { valueOf } from './rule-form.ts';
import { OBJECT_NAMES } from './rule-text.ts';
import { actionKindOf, emptyAction, type PartProps } from './then-part.tsx';

const TYPES = OBJECT_TYPES.map((value) => ({ value, label: OBJECT_NAMES[value] }));
const CHANGES = [
  { value: 'becomes', label: 'becomes' },
  { value: 'leaves', label: 'leaves' },
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
      // properties and custom actions depend on the type of record
      then: 'createTask' in then ? then : emptyAction(actionKindOf(then)),
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
