import type { JobQueue, JobQueues } from '../../store/job-queue.ts';
import { ACTION_DEFINITIONS } from '../../usecases/actions/definitions.ts';
import type { WaitingExecution } from './execution.ts';

/** As text: PostgreSQL refuses some characters in JSON that an input may have. */
interface QueuedExecution {
  execution: string;
}

export type ExecutionQueue = JobQueue<QueuedExecution>;

/** Longer than to wait for another process, to carry an action out and to complete it. */
const RUN_SECONDS = 300;

/** The executions that wait to be completed. */
export function openExecutionQueue(queues: JobQueues): Promise<ExecutionQueue> {
  return queues.open('executions', RUN_SECONDS);
}

export async function queueExecution(
  queue: ExecutionQueue,
  execution: WaitingExecution,
  inSeconds = 0,
): Promise<void> {
  const { key, name, body, callbackId } = execution;
  const named = ACTION_DEFINITIONS.find((definition) => definition.name === name)?.inputs ?? [];
  const inputs = Object.entries(body.inputs).filter(([input]) => named.some((each) => each.name === input));
  const queued: WaitingExecution = { ...execution, body: { ...body, inputs: Object.fromEntries(inputs) } };
  const text = JSON.stringify(queued);
  await queue.ask(`${key.appId}:${key.portalId}:${callbackId}`, { execution: text }, inSeconds);
}

export function executionIn({ execution }: QueuedExecution): WaitingExecution {
  return JSON.parse(execution) as WaitingExecution;
}
