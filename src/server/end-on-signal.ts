import type { Logger } from 'pino';

/** How long the calls that run have to end. Supervisors commonly kill a process 10 seconds after they asked it to end. */
const ENDS_WITHIN_MS = 9_500;

/**
 * Ends the process at the first signal, once what runs is done; at once at a second one.
 *
 * @returns ends it for another reason
 */
export function endOnSignal(end: () => Promise<unknown>, log: Logger): (reason: string) => void {
  let isEnding = false;
  const leave = (reason: string) => {
    if (isEnding) process.exit(130);
    isEnding = true;
    log.info({ signal: reason }, 'ending');
    setTimeout(() => {
      log.error('calls did not end in time');
      process.exit(1);
    }, ENDS_WITHIN_MS).unref();
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ bug: error }, 'could not end');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, leave);
  return leave;
}
