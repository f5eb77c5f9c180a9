import type { Answer } from './answer.ts';
import { Skipped, Stopped } from './outcome.ts';
import type { Request, Send } from './send.ts';

/** A clock in milliseconds. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Maximum cost of a run. Probes have lower bounds, to leave some for the clean-up. */
export const BOUNDS = { calls: 600, minutes: 15, probeCalls: 450, probeMinutes: 12 } as const;

/** Fewer than 5 calls a second, HubSpot's limit for searches. */
const GAP_MS = 220;
/** Pauses when fewer calls are left in the window, to leave them to others. */
const FEW_LEFT = 10;
const TRIES = 3;
/** Longest wait; an account in migration asks for hours. */
const MOST_PATIENCE_S = 30;
const MINUTE_MS = 60_000;

export interface Paced {
  /** @throws Stopped at a bound or when interrupted. @throws Skipped when HubSpot does not answer */
  readonly send: Send;
  /** Sends calls at the same time, each once. @throws Stopped at a bound. @throws Skipped when one is not answered */
  readonly sendTogether: (requests: readonly Request[]) => Promise<Answer[]>;
  readonly calls: () => number;
  readonly elapsedMs: () => number;
  /** Calls without a response, which may have created something. */
  readonly lostAnswers: () => number;
  /** Switches to clean-up: with its own bounds, ignoring interruptions. */
  readonly cleanUp: () => void;
}

/** Sends one call at a time unless a probe asks for several, fewer than 5 a second, and pauses near HubSpot's limits. */
export function pace(send: Send, clock: Clock, stop: AbortSignal): Paced {
  const startedAt = clock.now();
  let calls = 0;
  let lost = 0;
  let nextAt = startedAt;
  let isCleaning = false;
  let isDayOver = false;

  /** Waits until so many calls may be sent at once. */
  async function take(count: number): Promise<void> {
    const wait = nextAt + GAP_MS * (count - 1) - clock.now();
    if (wait > 0) await clock.sleep(wait);
    checkBounds();
    calls += count;
    nextAt = clock.now() + GAP_MS * count;
  }

  async function once(request: Request): Promise<Answer> {
    await take(1);
    return answerTo(request);
  }

  async function answerTo(request: Request): Promise<Answer> {
    const answer = await send(request).catch((error: unknown) => {
      lost += 1;
      throw error;
    });
    if (answer.status >= 500) lost += 1;
    nextAt += restMs(answer);
    isDayOver = Number(answer.header('X-HubSpot-RateLimit-Daily-Remaining') ?? BOUNDS.calls) < BOUNDS.calls;
    return answer;
  }

  function checkBounds(): void {
    if (!isCleaning && stop.aborted) throw new Stopped('interrupted');
    if (!isCleaning && isDayOver) throw new Stopped(`fewer than ${BOUNDS.calls} calls are left for today`);
    const minutes = (clock.now() - startedAt) / MINUTE_MS;
    const most = isCleaning ? BOUNDS : { calls: BOUNDS.probeCalls, minutes: BOUNDS.probeMinutes };
    if (calls >= most.calls) throw new Stopped(`the bound of ${most.calls} calls is reached`);
    if (minutes >= most.minutes) throw new Stopped(`the bound of ${most.minutes} minutes is reached`);
  }

  return {
    send: (request) => withPatience(once, clock, request),
    sendTogether: async (requests) => {
      await take(requests.length);
      return Promise.all(requests.map((request) => withPatience(answerTo, clock, request)));
    },
    calls: () => calls,
    lostAnswers: () => lost,
    elapsedMs: () => clock.now() - startedAt,
    cleanUp: () => void (isCleaning = true),
  };
}

/** Pause after a response, in milliseconds. */
function restMs({ header }: Answer): number {
  const left = header('X-HubSpot-RateLimit-Remaining');
  if (left === null || Number(left) >= FEW_LEFT) return 0;
  return Number(header('X-HubSpot-RateLimit-Interval-Milliseconds') ?? 10_000);
}

/** Repeats calls that HubSpot did not carry out (429, 423, 477); on 5xx or no response only GET and DELETE. */
async function withPatience(send: Send, clock: Clock, request: Request): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await send(request).catch((error: unknown) => {
      if (error instanceof Stopped) throw error;
      return undefined;
    });
    const didNothing = answer !== undefined && [429, 423, 477].includes(answer.status);
    const isSilent = answer === undefined || answer.status >= 500;
    if (answer !== undefined && !didNothing && !isSilent) return answer;
    const mayRepeat = didNothing || request.method === 'GET' || request.method === 'DELETE';
    if (!mayRepeat || tries >= TRIES) {
      const what = answer === undefined ? 'no answer came' : `the answer was ${answer.status}`;
      throw new Skipped(`${what} to ${request.method} ${pathOf(request)}`);
    }
    await clock.sleep(Math.min(Number(answer?.header('Retry-After')) || 10, MOST_PATIENCE_S) * 1_000);
  }
}

const pathOf = ({ path }: Request) => path.split('?')[0] ?? path;
