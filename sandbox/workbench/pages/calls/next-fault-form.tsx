import { useState, type FormEvent } from 'react';
import { SelectField, TextField } from '../automation/rule-fields.tsx';
import type { NextFault } from './fault-calls.ts';
import { faultWords } from './fault-names.ts';
import { wholeNumberIn } from '../parse.ts';

const METHODS = ['', 'GET', 'POST', 'PATCH', 'PUT', 'DELETE'].map((value) => ({
  value,
  label: value || 'Any method',
}));

interface NextFaultFormProps {
  names: readonly string[];
  add: (fault: NextFault) => void;
}

export function NextFaultForm({ names, add }: NextFaultFormProps) {
  const [fault, setFault] = useState(names[0] ?? '');
  const [method, setMethod] = useState('');
  const [path, setPath] = useState('');
  const [times, setTimes] = useState('1');
  const count = wholeNumberIn(times, 1, 1_000);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (count !== undefined) add({ fault, method, path: path.trim(), times: count });
  };
  return (
    <form onSubmit={submit} noValidate>
      <fieldset className="rule-part">
        <legend>The next calls that fit</legend>
        <SelectField
          label="Fault"
          value={fault}
          options={names.map((value) => ({ value, label: faultWords(value) }))}
          choose={setFault}
        />
        <SelectField label="Method" value={method} options={METHODS} choose={setMethod} />
        <TextField label="Path contains" value={path} problem={undefined} choose={setPath} />
        <TextField
          label="Calls"
          value={times}
          problem={count === undefined ? 'A whole number from 1 to 1,000.' : undefined}
          choose={setTimes}
        />
        <button type="submit" className="ui-button is-secondary is-sm fault-set">
          Set fault
        </button>
      </fieldset>
    </form>
  );
}
