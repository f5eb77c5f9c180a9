import { useState } from 'react';
import { EmptyState } from '../../components/feedback.tsx';
import type { Definitions } from './automation-calls.ts';
import type { Rule, CustomAction } from './automation.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RuleRow, type RuleActions } from './rule-row.tsx';

interface RuleListProps extends RuleActions {
  rules: readonly Rule[];
  definitions: Definitions;
  customActions: readonly CustomAction[];
}

const NEW_RULE: Rule = {
  ...{ id: '', name: '', isOn: true, reEnrol: true },
  when: { objectType: 'companies', property: '', becomes: '' },
  then: { createTask: { subject: '' } },
};

/** Every rule with its switch. One at a time is edited, in place. */
export function RuleList({ rules, definitions, customActions, save, remove }: RuleListProps) {
  const [editing, setEditing] = useState<string>();
  const close = () => setEditing(undefined);
  const saveAndClose = async (rule: Rule) => {
    const isSaved = await save(rule);
    if (isSaved) close();
  };
  const editor = (rule: Rule) => (
    <RuleEditor {...{ rule, definitions, customActions, save: saveAndClose }} cancel={close} />
  );
  return (
    <section aria-labelledby="rules">
      <div className="rule-head">
        <h2 id="rules">Rules</h2>
        <button type="button" className="ui-button is-primary is-sm" onClick={() => setEditing('')}>
          New rule
        </button>
      </div>
      {editing === '' && <div className="rule-card">{editor(NEW_RULE)}</div>}
      {rules.length === 0 && editing !== '' && (
        <EmptyState title="No rules">Nothing happens by itself until there is one.</EmptyState>
      )}
      {rules.map((rule) => (
        <div key={rule.id} className="rule-card">
          {editing === rule.id ? (
            editor(rule)
          ) : (
            <RuleRow {...{ rule, definitions, save, remove }} edit={() => setEditing(rule.id)} />
          )}
        </div>
      ))}
    </section>
  );
}
