import type { Property } from '../crm-objects.ts';
import {
  type Rule,
  inputText,
  isCalled,
  NO_ACTION,
  type ActionField,
  type CalledAction,
  type CustomAction,
} from './automation.ts';
import { PropertySelect, SelectField, TextField } from './rule-fields.tsx';
import type { RuleProblems } from './rule-form.ts';

interface CallFieldsProps {
  called: CalledAction;
  objectType: Rule['when']['objectType'];
  customActions: readonly CustomAction[];
  properties: readonly Property[];
  problems: RuleProblems;
  choose: (called: CalledAction) => void;
}

const keyOf = ({ appId, definitionId }: Pick<CalledAction, 'appId' | 'definitionId'>) =>
  definitionId === '' ? '' : `${appId}/${definitionId}`;

function Input({
  field,
  called,
  properties,
  choose,
}: Omit<CallFieldsProps, 'problems'> & { field: ActionField }) {
  const { name, takesProperty, options } = field;
  const fill = (input: CalledAction['inputs'][string]) =>
    choose({ ...called, inputs: { ...called.inputs, [name]: input } });
  const label = field.isRequired ? field.label : `${field.label} (may stay empty)`;
  const common = { label, value: inputText(called, field), problem: undefined };
  if (takesProperty)
    return (
      <PropertySelect {...common} properties={properties} choose={(propertyName) => fill({ propertyName })} />
    );
  if (options.length > 0) return <SelectField {...common} options={options} choose={fill} />;
  return <TextField {...common} choose={fill} />;
}

/** Chooses a custom action for the rule's type of record, and its inputs. */
export function CallFields(props: CallFieldsProps) {
  const { called, objectType, customActions, problems, choose } = props;
  const offered = customActions.filter(({ objectTypes }) => objectTypes.includes(objectType));
  if (offered.length === 0 && called.definitionId === '')
    return (
      <p className="rule-hint" role="status">
        No app has a published custom action for this kind of record. Add one with POST
        /automation/actions/2026-09/(id of the app) at the sandbox CRM, then open this page again.
      </p>
    );
  const chosen = offered.find((action) => isCalled(called, action));
  const chooseAction = (key: string) => {
    const action = offered.find((each) => keyOf(each) === key);
    if (action === undefined) return;
    const { appId, definitionId, label } = action;
    choose({ ...NO_ACTION, appId, definitionId, label });
  };
  const gone = chosen === undefined && called.definitionId !== '';
  return (
    <>
      <SelectField
        label="Custom action"
        value={keyOf(called)}
        problem={problems.action ?? (gone ? 'This action is gone, or takes no such records.' : undefined)}
        options={offered.map((action) => ({ value: keyOf(action), label: action.label }))}
        choose={chooseAction}
      />
      {chosen?.fields.map((field) => (
        <Input key={field.name} {...props} field={field} />
      ))}
      {problems.input !== undefined && (
        <p className="ui-message is-error" role="alert">
          {problems.input}
        </p>
      )}
    </>
  );
}
