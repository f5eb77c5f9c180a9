import { compileChild } from '../build/compile-child.ts';
import { settingsFor } from './child-settings.ts';
import { FunctionError, type FunctionProcess, startFunctionProcess } from './function-process.ts';
import type { FunctionRequest } from './hubspot-executor.ts';

const HUBSPOT_API = 'https://api.hubapi.com';

/** The arguments of `hubspot.serverless`, and the record of the card. */
export interface FunctionCall {
  readonly parameters?: unknown;
  /** names of properties of the record, which HubSpot reads for the function */
  readonly propertiesToSend?: readonly string[];
  readonly record?: { readonly objectTypeId: string; readonly objectId: string };
}

export interface FunctionExecutor {
  /**
   * Runs a function; calls take turns.
   *
   * @returns what the function returned, as JSON carries it: `null` for nothing
   * @throws FunctionError
   */
  call(name: string, call?: FunctionCall): Promise<unknown>;
  close(): Promise<void>;
}

export interface FunctionExecutorOptions {
  /** a built HubSpot project */
  readonly projectFolder: string;
  /** the whole `process.env` of the functions */
  readonly environment: { readonly PRIVATE_APP_ACCESS_TOKEN: string; readonly HUBSPOT_BASE_URL?: string };
  /** timeout of a call, from its turn on; HubSpot's tool allows 15 s */
  readonly timeoutMs?: number;
  /** each line that the functions and the executor print */
  readonly log?: (line: string) => void;
}

/**
 * Starts HubSpot's own function executor in a process of its own, as `hs project dev` would.
 *
 * Calls run one at a time, because the executor swaps `process.env` around each call. A function that hangs or crashes
 * therefore affects no other call; the next call starts a new process.
 *
 * @example
 * const executor = await startFunctionExecutor({ projectFolder, environment });
 * await executor.call('partner-icp', { parameters: { operation: 'load-scorecard' } });
 */
export async function startFunctionExecutor(options: FunctionExecutorOptions): Promise<FunctionExecutor> {
  const { projectFolder, environment, timeoutMs = 15_000, log = () => undefined } = options;
  const [script, settings] = await Promise.all([
    compileChild(new URL('./run-functions.ts', import.meta.url)),
    settingsFor(projectFolder, environment.HUBSPOT_BASE_URL ?? HUBSPOT_API, timeoutMs),
  ]);
  const start = () => startFunctionProcess({ script, settings, environment: { ...environment }, log });
  const names = Object.keys(settings.appFunctions);

  let process: FunctionProcess = await start();
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function run(request: FunctionRequest): Promise<unknown> {
    if (!closed && !process.isRunning()) process = await start();
    try {
      if (!closed) return await process.ask(request, timeoutMs);
    } catch (error) {
      if (!closed) throw error;
    }
    throw new FunctionError('closed', `The function executor was closed before "${request.name}" answered.`);
  }

  return {
    call(name, call = {}) {
      if (!names.includes(name)) return Promise.reject(unknownFunction(name, names));
      const answer = turn.then(() => run(requestOf(name, call)));
      turn = answer.catch(() => undefined);
      return answer;
    },
    async close() {
      closed = true;
      await process.end();
      await turn;
      await process.end();
    },
  };
}

function requestOf(
  name: string,
  { parameters, propertiesToSend = [], record }: FunctionCall,
): FunctionRequest {
  const objectQuery = record &&
    propertiesToSend.length > 0 && { ...record, objectPropertyNames: propertiesToSend };
  return { name, parameters, ...(objectQuery && { objectQuery }) };
}

function unknownFunction(name: string, names: readonly string[]): FunctionError {
  return new FunctionError(
    'unknown-function',
    `The project has no function "${name}"; it has ${names.join(', ')}.`,
  );
}
