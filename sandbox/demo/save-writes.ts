import type { Journal, JournalEntry } from '../hubspot/http/journal.ts';

/** Saves a portal after writes. */
export interface WriteSaver {
  /** Examines the calls since the last round, and saves when one of them may have changed the portal. */
  round(): Promise<void>;
}

/** The longest pause after failures, in rounds. */
const MAX_PAUSE = 60;

/**
 * Watches the journal, since events do not cover associations and definitions. A save that fails is tried again after a
 * pause that doubles; `report` hears of the first failure in a row, and of the save that ends the row.
 */
export function openWriteSaver(
  journal: Journal,
  save: () => Promise<void>,
  report: (message: string, error?: unknown) => void,
): WriteSaver {
  const watch = openWatch(journal);
  let isDue = false;
  let isSaving = false;
  let failures = 0;
  let pause = 0;

  async function attempt(): Promise<void> {
    isDue = false;
    isSaving = true;
    try {
      await save();
      if (failures > 0) report('The portal is saved again.');
      failures = 0;
    } catch (error) {
      isDue = true;
      failures += 1;
      pause = Math.min(2 ** failures - 1, MAX_PAUSE);
      if (failures === 1)
        report('The portal was not saved. It is tried again, less and less often, until it works:', error);
    } finally {
      isSaving = false;
    }
  }

  return {
    round: async () => {
      if (watch.hasWritten()) isDue = true;
      if (pause > 0) pause -= 1;
      else if (isDue && !isSaving) await attempt();
    },
  };
}

/** A write without a response may still change the portal, so it counts when it is seen and when it ends. */
function openWatch(journal: Journal): { readonly hasWritten: () => boolean } {
  let seenId = journal.lastId();
  let open: readonly Readonly<JournalEntry>[] = [];
  return {
    hasWritten: () => {
      const lastId = journal.lastId();
      const fresh = journal.entries().filter(({ id }) => id > seenId);
      const isIncomplete = fresh.length < lastId - seenId;
      const writes = fresh.filter(isWrite);
      const isEnded = open.some((entry) => !isOpen(entry));
      open = [...open, ...writes].filter(isOpen);
      seenId = lastId;
      return isIncomplete || isEnded || writes.length > 0;
    },
  };
}

const isOpen = ({ status, ms }: Readonly<JournalEntry>) => status === 0 && ms === undefined;

function isWrite({ method, path }: Readonly<JournalEntry>): boolean {
  return method !== 'GET' && !/\/(search|batch\/read)(\?|$)/.test(path);
}
