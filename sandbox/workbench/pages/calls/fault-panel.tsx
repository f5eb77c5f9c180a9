import type { AddAlertAction } from '@hubspot/ui-extensions';
import { useCallback, useEffect } from 'react';
import { SelectField } from '../automation/rule-fields.tsx';
import { useRemote } from '../remote-state.ts';
import { useSignedIn } from '../session.tsx';
import { addFault, clearFaults, readFaults, setLimits, setRandom } from './fault-calls.ts';
import { type FaultState, planOf, PLANS } from './fault-state.ts';
import { faultSentences, isQuiet } from './fault-text.ts';
import { NextFaultForm } from './next-fault-form.tsx';
import { RandomForm } from './random-form.tsx';

const REFRESH_MS = 3_000;

function useFaults(ownerId: string, addAlert: AddAlertAction) {
  const load = useCallback(() => readFaults(ownerId), [ownerId]);
  const { remote, reload } = useRemote(load);
  useEffect(() => {
    // calls from elsewhere use up faults
    const timer = setInterval(() => {
      if (!document.hidden) void reload();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload]);
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
      await reload();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      addAlert({ type: 'danger', title: 'The faults were not changed', message });
    }
  };
  return { remote, attempt };
}

const PLAN_CHOICES = [
  { value: '', label: 'Off' },
  ...PLANS.map(({ id, label }) => ({ value: id, label: `As for ${label}` })),
];

function Limits({ rates, choose }: Pick<FaultState, 'rates'> & { choose: (planId: string) => void }) {
  const value = rates === undefined ? '' : (planOf(rates)?.id ?? 'Numbers of their own');
  return (
    <fieldset className="rule-part fault-limits">
      <legend>Rate limits</legend>
      <SelectField label="Limits of the plan" value={value} options={PLAN_CHOICES} choose={choose} />
    </fieldset>
  );
}

interface FaultControlsProps {
  state: FaultState;
  ownerId: string;
  attempt: (act: () => Promise<void>) => Promise<void>;
}

function FaultControls({ state, ownerId, attempt }: FaultControlsProps) {
  const { names, random, rates } = state;
  return (
    <>
      <p className="page-quiet">
        A fault meets the first call that fits, of whoever makes it: this workbench’s own pages too. Say which
        calls are meant.
      </p>
      <div className="fault-forms">
        <NextFaultForm names={names} add={(fault) => void attempt(() => addFault(ownerId, fault))} />
        <RandomForm {...{ names, random }} set={(plan) => void attempt(() => setRandom(ownerId, plan))} />
        <Limits rates={rates} choose={(planId) => void attempt(() => setLimits(ownerId, planId))} />
      </div>
    </>
  );
}

/** The faults set for calls to the sandbox CRM, and the forms to set them. */
export function FaultPanel({ addAlert }: { addAlert: AddAlertAction }) {
  const { id: ownerId } = useSignedIn();
  const { remote, attempt } = useFaults(ownerId, addAlert);
  const state = remote.state === 'success' ? remote.value : undefined;
  return (
    <section className="fault-panel" aria-labelledby="faults">
      <div className="rule-head">
        <h2 id="faults">Calls to the CRM</h2>
        {state !== undefined && !isQuiet(state) && (
          <button
            type="button"
            className="ui-button is-secondary is-sm"
            onClick={() => void attempt(() => clearFaults(ownerId))}
          >
            Clear all faults
          </button>
        )}
      </div>
      {remote.state === 'loading' && <p className="page-quiet">Reading what is set</p>}
      {remote.state === 'error' && <p>The faults could not be read: {remote.message}</p>}
      {state !== undefined && (
        <>
          <p role="status" aria-label="Faults set">
            {faultSentences(state).join(' ')}
          </p>
          <FaultControls {...{ state, ownerId, attempt }} />
        </>
      )}
    </section>
  );
}
