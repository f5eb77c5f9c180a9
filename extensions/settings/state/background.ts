import type { BackgroundWork } from '../../../src/contract/jobs.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import { type Asked, type Failure, ask } from '../../door/ask.ts';

/** What a person does with a re-judging. */
export type JobAct = 'start' | 'pause' | 'resume';

/** What the server does for the portal in the background, as the page knows it. */
export interface Background {
  /** As it was last read, and when; null before that. */
  work: BackgroundWork | null;
  readAt: Date | null;
  isReading: boolean;
  /** Why it could not be read the last time; null where it was. */
  failure: Failure | null;
  /** The act under way. One at a time. */
  busy: { act: JobAct; type: PartnerType } | null;
  /** Why the last act was not done, until the next one. */
  refused: { act: JobAct; type: PartnerType; failure: Failure } | null;
}

interface Surroundings {
  /** Who is signed in; the server goes by who has signed. */
  by: string;
  /** Does something later. @returns takes that back */
  after: (ms: number, act: () => void) => () => void;
  now: () => Date;
}

/** While something runs it is read again so often. */
const POLL_MS = 3_000;
/** After a reading that failed. */
const FAILED_MS = 15_000;

/** The background of one portal: its state, and everything that a person can do with it. */
export type BackgroundSession = ReturnType<typeof followBackground>;

/** What the parts of the page get that show it. */
export interface WithBackground {
  background: BackgroundSession;
}

/**
 * Follows what the server does, while the page is open. It goes on without the page: leaving ends only the reading.
 *
 * The state lives here and not in React: answers arrive whatever tab is drawn.
 */
export function followBackground({ by, after, now }: Surroundings) {
  let state: Background = {
    ...{ work: null, readAt: null, isReading: false, failure: null, busy: null, refused: null },
  };
  let isOpen = false;
  let asked = 0;
  /** The newest question whose answer is shown. */
  let shown = 0;
  let stopTimer: () => void = () => undefined;
  const listeners = new Set<() => void>();
  const change = (part: Partial<Background>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };

  /** @returns the failure, where there was one */
  const take = (question: number, answer: Asked<BackgroundWork>): Failure | null => {
    if (!answer.ok) return answer.failure;
    // an older answer may arrive later, and knows nothing of what was done since
    if (question > shown) {
      shown = question;
      change({ work: answer.answer, readAt: now(), failure: null });
    }
    return null;
  };

  const readLater = (): void => {
    stopTimer();
    if (!isOpen || state.busy !== null || !isMoving(state.work)) return;
    stopTimer = after(state.failure === null ? POLL_MS : FAILED_MS, () => void read());
  };

  const read = async (): Promise<void> => {
    if (state.isReading) return;
    stopTimer();
    const question = ++asked;
    change({ isReading: true });
    const failure = take(question, await ask('read-jobs', {}));
    change({ isReading: false, ...(failure !== null && question > shown && { failure }) });
    readLater();
  };

  const act = async (what: JobAct, type: PartnerType): Promise<void> => {
    if (state.busy !== null) return;
    stopTimer();
    const question = ++asked;
    change({ busy: { act: what, type }, refused: null });
    const failure = take(question, await ask(OPERATIONS[what], { type, by }));
    change({ busy: null, ...(failure !== null && { refused: { act: what, type, failure } }) });
    readLater();
  };

  return {
    read: (): Background => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Reads, and goes on reading while something runs. */
    open: (): void => {
      isOpen = true;
      void read();
    },
    /** The page is left. */
    close: (): void => {
      isOpen = false;
      stopTimer();
    },
    readAgain: read,
    start: (type: PartnerType) => act('start', type),
    pause: (type: PartnerType) => act('pause', type),
    resume: (type: PartnerType) => act('resume', type),
  };
}

const OPERATIONS = { start: 'start-rejudging', pause: 'pause-job', resume: 'resume-job' } as const;

/** Whether what was read changes by itself. */
function isMoving(work: BackgroundWork | null): boolean {
  if (work === null) return false;
  return (
    work.jobs.some(({ state }) => state === 'waiting' || state === 'running') ||
    work.night?.state === 'running' ||
    work.changes.count > 0
  );
}
