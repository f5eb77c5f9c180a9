import { constants, setPriority } from 'node:os';

import { serverSettings } from '../../config/server-settings.ts';
import { DEFAULT_TRANSPORT } from '../../crm/client/client.ts';
import { openPostgres } from '../../store/database.ts';
import { openJobQueues } from '../../store/job-queue.ts';
import { requestsIn } from '../../store/requests.ts';
import { openExecutions } from '../actions/carry-out.ts';
import { openCompletions } from '../actions/complete-execution.ts';
import { openExecutionQueue } from '../actions/waiting-executions.ts';
import { openCallCounts } from '../call-counts.ts';
import { connectPortals } from '../connections.ts';
import { endOnSignal } from '../end-on-signal.ts';
import { openLog } from '../log.ts';
import { boundSockets } from '../sockets.ts';
import { followingOver } from './follow-changes.ts';
import { openTurns, openWork } from './work.ts';

/** The process that works in the background, beside the one that answers: work-process.ts starts it. */
async function start(): Promise<void> {
  // calls go first where there are too few processors for both
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const settings = serverSettings();
  const log = openLog(settings.logLevel);
  boundSockets();
  const store = await openPostgres(settings.databaseUrl ?? '', {
    onLost: ({ message }) => log.warn({ reason: message }, 'a database connection was lost'),
  });
  const counts = openCallCounts({ database: store.database, log, now: Date.now });
  const connections = connectPortals({ settings, store, counts, log, now: Date.now });
  const { cipher, installs, portals } = connections;
  const queues = await openJobQueues(store, (error) => log.warn({ bug: error }, 'upkeep of the work failed'));
  const following = followingOver(store.database, connections, log, Date.now);
  const { timer } = DEFAULT_TRANSPORT;
  const work = openWork({ ...following, queue: await openTurns(queues), timer });
  const completions = openCompletions({
    ...{ publicUrl: settings.publicUrl, installs, portals, log, stopwatch: DEFAULT_TRANSPORT, now: Date.now },
    once: openExecutions(requestsIn(store.database, cipher), DEFAULT_TRANSPORT),
    ...{ queue: await openExecutionQueue(queues), timer },
  });
  const end = async () => {
    await Promise.all([work.close(), completions.close()]);
    await queues.close();
    await counts.close();
    await store.close();
  };
  leave = endOnSignal(end, log);
}

/** While it starts there is nothing to finish. */
let leave: (reason: string) => void = () => process.exit(1);

// the process that answers has ended, however it did
process.on('disconnect', () => leave('disconnect'));
if (!process.connected) leave('disconnect');

try {
  await start();
} catch (error) {
  console.error(
    `The work in the background cannot start: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
}
