import type { ActionOrder } from '../hubspot/actions/action-payload.ts';
import type { Actions } from '../hubspot/actions/action-runner.ts';
import type { Execution, ExecutionState } from '../hubspot/actions/execution.ts';
import type { LogEntry } from '../workbench/pages/automation/automation.ts';

type CallState = Pick<LogEntry, 'outcome' | 'sentence' | 'call'>;

/** A call to a custom action. Its state changes until the app is done. */
export interface ActionCall {
  readonly state: () => CallState;
  /** Resolves after the first response or failure. Never rejects. */
  readonly answered: Promise<void>;
}

/** @param label what people call the action */
export function beginActionCall(
  actions: Pick<Actions, 'fire'>,
  order: ActionOrder,
  label: string,
): ActionCall {
  let execution: Readonly<Execution> | undefined;
  let failure: string | undefined;
  const answered = actions.fire(order).then(
    (begun) => void (execution = begun),
    (error: unknown) => void (failure = error instanceof Error ? error.message : String(error)),
  );
  const state = (): CallState => {
    if (failure !== undefined)
      return { outcome: 'failed', sentence: `“${label}” was not called: ${failure}` };
    if (execution === undefined) return { outcome: 'waiting', sentence: `Calling “${label}”.` };
    return stateOf(label, execution);
  };
  return { state, answered };
}

const OUTCOMES: Readonly<Record<ExecutionState, LogEntry['outcome']>> = {
  sending: 'waiting',
  retrying: 'waiting',
  blocked: 'waiting',
  succeeded: 'done',
  failed: 'failed',
  expired: 'failed',
};

function stateOf(label: string, execution: Readonly<Execution>): CallState {
  const { state, attempts, outputFields } = execution;
  return {
    outcome: OUTCOMES[state],
    sentence: sentenceOf(label, execution),
    call: {
      attempts: attempts.map(({ at, status, failure }) => ({
        at: new Date(at).toISOString(),
        text: status === 0 ? (failure ?? 'No answer.') : `Status ${status}`,
      })),
      outputs: Object.entries(outputFields).map(([name, value]) => ({
        name,
        value: typeof value === 'string' ? value : JSON.stringify(value),
      })),
    },
  };
}

function sentenceOf(label: string, { state, callbackId, attempts }: Readonly<Execution>): string {
  const last = attempts.at(-1)?.status ?? 0;
  const sentences: Readonly<Record<ExecutionState, string>> = {
    sending: `Calling “${label}” again.`,
    retrying: `“${label}” could not be done yet: it is called again later.`,
    blocked: `“${label}” waits for the app, which completes callback ${callbackId}.`,
    succeeded: `“${label}” is done.`,
    // a 2xx that failed: the output fields say so, at once or later
    failed: last >= 200 && last < 300 ? `The app says that “${label}” failed.` : `“${label}” failed.`,
    expired: `“${label}” failed: the app did not complete it in time.`,
  };
  return sentences[state];
}
