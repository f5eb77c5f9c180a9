import PgBoss from 'pg-boss';

import type { OpenDatabase } from './database.ts';

/** A piece of work that waits in the database, for any of the processes. */
export interface Job<Data> {
  id: string;
  data: Data;
}

/** Work of one kind. */
export interface JobQueue<Data extends object> {
  /**
   * Asks for work. While work under the same key waits already, nothing is added.
   *
   * @param inSeconds not before so many seconds from now
   */
  ask: (key: string, data: Data, inSeconds?: number) => Promise<void>;
  /** Takes the work that waits longest. @returns null where none waits */
  take: () => Promise<Job<Data> | null>;
  /** The work is done. Work that is never said to be done is taken again once its time is over. */
  done: (job: Job<Data>) => Promise<void>;
}

/** The queues of a database. */
export interface JobQueues {
  open: <Data extends object>(name: string, runSeconds: number) => Promise<JobQueue<Data>>;
  close: () => Promise<void>;
}

/** How often work of processes that were killed is looked for. */
const SUPERVISE_SECONDS = 15;

/**
 * Opens the queues, and brings their tables up to date, one process at a time.
 *
 * @param onError told of faults of the upkeep, which goes on
 */
export async function openJobQueues(
  { executeSql }: OpenDatabase,
  onError: (error: Error) => void,
): Promise<JobQueues> {
  const boss = new PgBoss({
    db: { executeSql },
    // what HubSpot sends comes at any time: nothing goes by the clock here
    schedule: false,
    maintenanceIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on('error', onError);
  await boss.start();
  return {
    open: async (name, runSeconds) => {
      // of one key one job waits, while another one may run
      await boss.createQueue(name, { name, policy: 'short', expireInSeconds: runSeconds, retryLimit: 1_000 });
      return {
        ask: async (singletonKey, data, inSeconds = 0) => {
          await boss.send(name, data, { singletonKey, startAfter: inSeconds });
        },
        take: async () => {
          const [job] = await boss.fetch<never>(name);
          return job === undefined ? null : { id: job.id, data: job.data };
        },
        done: async ({ id }) => {
          await boss.deleteJob(name, id);
        },
      };
    },
    close: () => boss.stop({ graceful: false, wait: true }),
  };
}
