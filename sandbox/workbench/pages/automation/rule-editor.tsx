import { useState, type FormEvent } from 'react';
import type { Definitions } from './automation-calls.ts';
import type { Rule, CustomAction } from './automation.ts';
import { TextField } from './rule-fields.tsx';
import { ruleProblems } from './rule-form.ts';
import { ThenPart } from './then-part.tsx';
import { OnlyPart, WhenPart } from './when-part.tsx';

interface RuleEditorProps {
  rule: Rule;
  definitions: Definitions;
  customActions: readonly CustomAction[];
  save: (rule: Rule) => Promise<void>;
  cancel: () => void;
}

/** Problems are shown from the first attempt to save. */
export function RuleEditor({ rule, definitions, customActions, save, cancel }: RuleEditorProps) {
  const [draft, setDraft] = useState(rule);
  const [isTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const trimmed = { ...draft, name: draft.name.trim() };
  const found = ruleProblems(trimmed, customActions);
  const problems = isTried ? found : {};
  const change = (changes: Partial<Rule>) => setDraft((before) => ({ ...before, ...changes }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(found).length > 0 || isSaving) return;
    setSaving(true);
    await save(trimmed);
    setSaving(false);
  };
  const part = { rule: draft, properties: definitions[draft.when.objectType], problems, change };
  return (
    <form className="rule-editor" onSubmit={(event) => void submit(event)} noValidate>
      <h3>{rule.id === '' ? 'New rule' : `Edit ${rule.name}`}</h3>
      <TextField
        label="Name"
        value={draft.name}
        problem={problems.name}
        choose={(name) => change({ name })}
        isFirst
      />
      <WhenPart {...part} />
      <OnlyPart {...part} />
      <ThenPart {...part} customActions={customActions} />
      <label className="ui-check">
        <input
          type="checkbox"
          checked={draft.reEnrol}
          onChange={(event) => change({ reEnrol: event.target.checked })}
        />
        <span>Re-enrolment: act again each time a record meets the condition anew</span>
      </label>
      <div className="rule-buttons">
        <button type="submit" className="ui-button is-primary is-sm">
          Save rule
        </button>
        <button type="button" className="ui-button is-secondary is-sm" onClick={cancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
