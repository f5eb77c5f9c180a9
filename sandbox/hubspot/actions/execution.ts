/** `retrying` waits for the next attempt, `blocked` for the app; everything below them is final. */
export type ExecutionState = 'sending' | 'retrying' | 'blocked' | 'succeeded' | 'failed' | 'expired';

export interface ExecutionAttempt {
  /** Milliseconds since 1970, on the account's clock. */
  readonly at: number;
  /** 0 without an answer. */
  readonly status: number;
  readonly failure: string | undefined;
}

/** One record that came to a custom action. */
export interface Execution {
  readonly callbackId: string;
  readonly appId: number;
  readonly definitionId: string;
  readonly objectType: string;
  readonly objectId: string;
  state: ExecutionState;
  outputFields: Readonly<Record<string, unknown>>;
  readonly attempts: ExecutionAttempt[];
}

/** Executions by their callback id. */
export type ExecutionStore = Map<string, Execution>;

/** Takes over what the app answered, at once or by completing the callback later. */
export function finish(execution: Execution, outputFields: Readonly<Record<string, unknown>>): void {
  const { hs_execution_state: said, ...fields } = outputFields;
  execution.outputFields = fields;
  execution.state = said === 'FAIL_CONTINUE' || said === 'FAIL' ? 'failed' : 'succeeded';
}

const DURATION =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const SECONDS = [31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1];
const WEEK_MS = 604_800_000;

/** How long a blocked execution waits: an ISO 8601 duration, a week where none is given. @returns milliseconds */
export function expiryOf(text: unknown): number {
  const parts = typeof text === 'string' ? DURATION.exec(text) : null;
  if (parts === null) return WEEK_MS;
  const seconds = SECONDS.reduce((sum, unit, index) => sum + unit * Number(parts[index + 1] ?? 0), 0);
  return seconds * 1_000;
}
