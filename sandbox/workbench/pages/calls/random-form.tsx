import { useState, type FormEvent } from 'react';
import { TextField } from '../automation/rule-fields.tsx';
import { faultWords, PASSING } from './fault-names.ts';
import type { FaultState, RandomFaults } from './fault-state.ts';
import { wholeNumberIn } from '../parse.ts';

interface RandomFormProps extends Pick<FaultState, 'names' | 'random'> {
  set: (plan: RandomFaults | undefined) => void;
}

function Kinds({ names, from, choose }: Pick<FaultState, 'names'> & FromProps) {
  const toggle = (name: string) =>
    choose(from.includes(name) ? from.filter((each) => each !== name) : [...from, name]);
  return (
    <details className="fault-kinds">
      <summary>{`Faults to draw from: ${from.length} of ${names.length}`}</summary>
      <div role="group" aria-label="Faults to draw from" className="fault-kind-list">
        {names.map((name) => (
          <label key={name} className="ui-check is-sm">
            <input type="checkbox" checked={from.includes(name)} onChange={() => toggle(name)} />
            <span>{faultWords(name)}</span>
          </label>
        ))}
      </div>
    </details>
  );
}

interface FromProps {
  from: readonly string[];
  choose: (from: readonly string[]) => void;
}

/** The same seed and order of calls give the same faults. */
export function RandomForm({ names, random, set }: RandomFormProps) {
  const [percent, setPercent] = useState(String(random?.percent ?? 5));
  const [seed, setSeed] = useState(String(random?.seed ?? 1));
  const [from, setFrom] = useState(random?.from ?? PASSING.filter((name) => names.includes(name)));
  const share = wholeNumberIn(percent, 0, 100);
  const start = wholeNumberIn(seed, 0, 2 ** 31);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (share !== undefined && start !== undefined && from.length > 0)
      set({ percent: share, seed: start, from });
  };
  return (
    <form onSubmit={submit} noValidate>
      <fieldset className="rule-part">
        <legend>At random</legend>
        <TextField
          label="Of 100 calls"
          value={percent}
          problem={share === undefined ? 'A whole number from 0 to 100.' : undefined}
          choose={setPercent}
        />
        <TextField
          label="Seed"
          value={seed}
          problem={start === undefined ? 'A whole number.' : undefined}
          choose={setSeed}
        />
        <div className="rule-buttons fault-set">
          <button type="submit" className="ui-button is-secondary is-sm">
            {random === undefined ? 'Start' : 'Start anew'}
          </button>
          {random !== undefined && (
            <button type="button" className="ui-button is-secondary is-sm" onClick={() => set(undefined)}>
              Stop
            </button>
          )}
        </div>
        <Kinds {...{ names, from }} choose={setFrom} />
        {from.length === 0 && <p className="ui-message is-error">Choose one fault at least.</p>}
      </fieldset>
    </form>
  );
}
