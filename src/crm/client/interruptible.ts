import { CrmError } from './errors.ts';

/** @throws CrmError `cancelled` as soon as the signal says so */
export async function interruptible(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return work;
  if (signal.aborted) throw cancelledError();
  let cancel: () => void = () => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    cancel = () => reject(cancelledError());
    signal.addEventListener('abort', cancel, { once: true });
  });
  try {
    await Promise.race([work, cancelled]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

function cancelledError(): CrmError {
  return new CrmError('cancelled', 'The work was cancelled. What was written stays.');
}
