// A child script: answers requests of its parent by running app functions with HubSpot's executor.
import { Worker } from 'node:worker_threads';
import {
  type ChildMessage,
  type ChildSettings,
  type ExecutorConfig,
  type FunctionRequest,
  loadHubSpotExecutor,
} from './hubspot-executor.ts';

const settings = JSON.parse(process.argv[2] ?? '') as ChildSettings;
const config: ExecutorConfig = { ...settings, logger: console };

process.on('disconnect', () => process.exit());

const { executeFunction, ExecutionError, buildBadRequestBody } = await loadHubSpotExecutor();

process.on('message', (request: FunctionRequest) => void answer(request));
send({ kind: 'ready' });
endWithParent();

async function answer({ name, ...inputs }: FunctionRequest): Promise<void> {
  try {
    await executeFunction(config, name, inputs, (value) => send({ kind: 'answer', value }));
  } catch (error) {
    send({ kind: 'failure', message: messageOf(error) });
  }
}

function messageOf(error: unknown): string {
  if (error instanceof ExecutionError) return buildBadRequestBody(error).errors[0]?.message ?? error.message;
  return error instanceof Error ? error.message : String(error);
}

function send(message: ChildMessage): void {
  process.send?.(message);
}

/** A thread, because a function in an endless loop blocks the disconnect event of a killed parent. */
function endWithParent(): void {
  const watch = `setInterval(() => {
    if (process.ppid !== ${process.ppid}) process.kill(process.pid, 'SIGKILL');
  }, 500);`;
  new Worker(watch, { eval: true }).unref();
}
