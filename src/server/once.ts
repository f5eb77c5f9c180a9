import { OTHER_CONTENT, TOO_LATE } from '../messages/server.ts';
import type { RequestKey, Requests } from '../store/requests.ts';
import type { Answer } from '../usecases/answer-call.ts';
import type { Deadline, Stopwatch } from './deadline.ts';

/** One call of a person, by the id that its card gave it. */
interface IdentifiedCall extends RequestKey {
  /** Operation and input, as text. */
  content: string;
}

/** Carries a call out once, however often it arrives. */
export type Once = (
  call: IdentifiedCall,
  deadline: Pick<Deadline, 'leftMs'>,
  run: () => Promise<Answer>,
) => Promise<Answer>;

interface OnceRules {
  /** After which whoever began a call has been killed; those of a card's call when left out. */
  longestSeconds?: number;
  /** Whether a call that was answered so runs when it comes again. */
  isForgotten?: (answer: Answer) => boolean;
}

/** How often the database is asked whether another process has ended the call. */
const POLL_MS = 250;

/**
 * HubSpot sends a call again when the connection fails, also after it was carried out. A repeat while it runs waits for its
 * answer, one that comes later gets the same answer.
 */
export function openOnce(
  requests: Requests,
  { sleep }: Pick<Stopwatch, 'sleep'>,
  { longestSeconds, isForgotten = isNothingDone }: OnceRules = {},
): Once {
  /** Those of this process. The answers of other processes are in the database. */
  const running = new Map<string, { content: string; answer: Promise<Answer> }>();
  return async (call, deadline, run) => {
    const { content, portalId, userId, id } = call;
    const name = `${portalId}:${userId}:${id}`;
    const there = running.get(name);
    if (there !== undefined) return there.content === content ? there.answer : OTHER;
    const timed = { ...call, ...(longestSeconds !== undefined && { longestSeconds }) };
    const answer = answerOnce({ requests, sleep, isForgotten }, timed, deadline, run);
    running.set(name, { content, answer });
    try {
      return await answer;
    } finally {
      running.delete(name);
    }
  };
}

const OTHER: Answer = { error: { code: 'invalid-input', message: OTHER_CONTENT, field: 'requestId' } };

async function answerOnce(
  {
    requests,
    sleep,
    isForgotten,
  }: { requests: Requests; sleep: Stopwatch['sleep'] } & Required<Pick<OnceRules, 'isForgotten'>>,
  { content, longestSeconds, ...key }: IdentifiedCall & { longestSeconds?: number },
  deadline: Pick<Deadline, 'leftMs'>,
  run: () => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    const begun = await requests.begin({
      ...key,
      content,
      ...(longestSeconds !== undefined && { longestSeconds }),
    });
    if (begun === 'run') break;
    if (begun === 'other-content') return OTHER;
    if (begun !== 'running') return begun.answer as Answer;
    if (deadline.leftMs() <= POLL_MS) return { error: { code: 'unknown-outcome', message: TOO_LATE } };
    await sleep(POLL_MS);
  }
  const answer = await run();
  if (isForgotten(answer)) await requests.drop(key);
  else await requests.finish(key, answer);
  return answer;
}

const NOTHING_DONE: readonly string[] = ['invalid-input', 'not-connected', 'not-allowed'];

/** Nothing was begun: a repeat may find the portal connected, or the place that was missing. */
export function isNothingDone(answer: Answer): boolean {
  return 'error' in answer && NOTHING_DONE.includes(answer.error.code);
}
