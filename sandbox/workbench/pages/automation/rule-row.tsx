import { useState } from 'react';
import type { Definitions } from './automation-calls.ts';
import type { Rule } from './automation.ts';
import { ruleText } from './rule-text.ts';

export interface RuleActions {
  /** @returns whether it was saved */
  save: (rule: Rule) => Promise<boolean>;
  remove: (rule: Rule) => Promise<void>;
}

function Deletion({ rule, remove, keep }: Pick<RuleActions, 'remove'> & { rule: Rule; keep: () => void }) {
  return (
    <div className="rule-confirm" role="group" aria-label={`Delete ${rule.name}`}>
      <span>Delete this rule? What it did stays in the log.</span>
      <button type="button" className="ui-button is-destructive is-sm" onClick={() => void remove(rule)}>
        Delete rule
      </button>
      <button type="button" className="ui-button is-secondary is-sm" autoFocus onClick={keep}>
        Keep
      </button>
    </div>
  );
}

export function RuleRow({
  rule,
  definitions,
  edit,
  ...actions
}: RuleActions & { rule: Rule; definitions: Definitions; edit: () => void }) {
  const [isDeleting, setDeleting] = useState(false);
  const { name, isOn, reEnrol } = rule;
  return (
    <>
      <div className="rule-row">
        <label className="ui-toggle is-hidden is-sm">
          <span className="ui-hidden">{`${name} is on`}</span>
          <input
            type="checkbox"
            role="switch"
            checked={isOn}
            onChange={(event) => void actions.save({ ...rule, isOn: event.target.checked })}
          />
          <span className="ui-toggle-track" aria-hidden="true">
            {isOn ? 'On' : 'Off'}
          </span>
        </label>
        <div className="rule-words">
          <h3>{name}</h3>
          <p>{ruleText(rule, definitions)}</p>
          <p className="page-quiet">{`Re-enrolment ${reEnrol ? 'on' : 'off: once per record'}`}</p>
        </div>
        <div className="rule-buttons">
          <button
            type="button"
            className="ui-button is-secondary is-sm"
            aria-label={`Edit ${name}`}
            onClick={edit}
          >
            Edit
          </button>
          <button
            type="button"
            className="ui-button is-transparent is-sm"
            aria-label={`Delete ${name}`}
            onClick={() => setDeleting(true)}
          >
            Delete
          </button>
        </div>
      </div>
      {isDeleting && <Deletion {...{ rule }} remove={actions.remove} keep={() => setDeleting(false)} />}
    </>
  );
}
