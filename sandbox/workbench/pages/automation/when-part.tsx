import type { Property } from '../crm-objects.ts';
import { OBJECT_TYPES } from './automation.ts';
import { PropertySelect, SelectField, ValueField } from './rule-fields.tsx';
import { TRIGGER_KINDS, triggerKindOf, triggerOf, valueOf } from './rule-form.ts';
import { OBJECT_NAMES } from './rule-text.ts';
import { actionKindOf, emptyAction, type PartProps } from './then-part.tsx';

const TYPES = OBJECT_TYPES.map((value) => ({ value, label: OBJECT_NAMES[value] }));
const CHANGES = [
  { value: 'becomes', label: 'becomes' },
  { value: 'leaves', label: 'leaves' },
  { value: 'changes', label: 'changes to any value' },
];

export function WhenPart({ rule: { when, then }, properties, problems, change }: PartProps) {
  const kind = triggerKindOf(when);
  const { objectType, property } = when;
  const chooseType = (value: string) => {
    const type = OBJECT_TYPES.find((each) => each === value) ?? 'companies';
    change({
      when: triggerOf(kind, { objectType: type, property: '' }, ''),
      // properties and custom actions depend on the type of record
      only: undefined,
      then: 'createTask' in then ? then : emptyAction(actionKindOf(then)),
    });
  };
  const chooseKind = (value: string) => {
    const next = TRIGGER_KINDS.find((each) => each === value) ?? 'becomes';
    change({ when: triggerOf(next, when, valueOf(when)) });
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
      <SelectField label="Change" value={kind} options={CHANGES} choose={chooseKind} />
      {kind !== 'changes' && (
        <ValueField
          label="Value"
          property={propertyNamed(properties, property)}
          value={valueOf(when)}
          problem={problems.value}
          choose={(value) => change({ when: triggerOf(kind, when, value) })}
        />
      )}
    </fieldset>
  );
}

/** A condition on another property of the record, at the moment of the change. */
export function OnlyPart({ rule: { only }, properties, problems, change }: PartProps) {
  return (
    <fieldset className="rule-part">
      <legend>Only if</legend>
      <label className="ui-check">
        <input
          type="checkbox"
          checked={only !== undefined}
          onChange={(event) => change({ only: event.target.checked ? { property: '', is: '' } : undefined })}
        />
        <span>Another property has a value</span>
      </label>
      {only && (
        <>
          <PropertySelect
            label="Property of the condition"
            value={only.property}
            properties={properties}
            problem={problems.condition}
            choose={(property) => change({ only: { property, is: '' } })}
          />
          <ValueField
            label="Value of the condition"
            property={propertyNamed(properties, only.property)}
            value={only.is}
            problem={undefined}
            choose={(is) => change({ only: { ...only, is } })}
            mayBeEmpty
          />
        </>
      )}
    </fieldset>
  );
}

function propertyNamed(properties: readonly Property[], name: string): Property | undefined {
  return properties.find((each) => each.name === name);
}
