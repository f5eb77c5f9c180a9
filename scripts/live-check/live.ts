import { type Answer, at, isDone, listAt, summaryOf, textAt } from './answer.ts';
import type { Ledger } from './ledger.ts';
import { Refused, Skipped } from './outcome.ts';
import type { Clock, Paced } from './pace.ts';
import type { Method, Request } from './send.ts';

/** Prefix of every name that the check uses, to find leftovers. */
export const MARK = 'icplivecheck';

/** The account, for probes. */
export interface Live {
  /** Whatever the status is. @throws Skipped when a scope or the plan is missing */
  readonly call: (method: Method, path: string, body?: unknown, as?: Request['as']) => Promise<Answer>;
  /** The same POST several times at once, whatever the statuses are. @throws Skipped */
  readonly together: (count: number, path: string, body: unknown) => Promise<Answer[]>;
  /** The body of a call that must succeed. @throws Refused */
  readonly need: (method: Method, path: string, body?: unknown) => Promise<unknown>;
  readonly ledger: Ledger;
  /** A name for people: "icplivecheck k3f9a2 first". */
  readonly name: (word: string) => string;
  /** A name for machines: "icplivecheck_k3f9a2_first". */
  readonly key: (word: string) => string;
  /** Looks every 1.5 seconds. @returns after how many milliseconds it held; undefined: not within the time */
  readonly until: (holds: () => Promise<boolean>, seconds?: number) => Promise<number | undefined>;
}

const LOOK_EVERY_MS = 1_500;

/** @throws Skipped when a scope or the plan is missing */
function allowed(answer: Answer): Answer {
  if (answer.status === 403 || answer.status === 402) throw new Skipped(whatIsMissing(answer));
  return answer;
}

export function openLive(paced: Paced, clock: Clock, ledger: Ledger, run: string): Live {
  async function call(method: Method, path: string, body?: unknown, as?: Request['as']): Promise<Answer> {
    const answer = await paced.send({
      method,
      path,
      ...(body === undefined ? {} : { body }),
      ...(as === undefined ? {} : { as }),
    });
    return allowed(answer);
  }
  return {
    call,
    together: async (count, path, body) => {
      const request = { method: 'POST', path, body } as const;
      const answers = await paced.sendTogether(Array.from({ length: count }, () => request));
      return answers.map(allowed);
    },
    need: async (method, path, body) => {
      const answer = await call(method, path, body);
      if (isDone(answer)) return answer.body;
      const words = `${method} ${path.split('?')[0] ?? path} answered ${summaryOf(answer)}`;
      throw new Refused(words, answer);
    },
    ledger,
    name: (word) => `${MARK} ${run} ${word}`,
    key: (word) => `${MARK}_${run}_${word}`,
    until: async (holds, seconds = 30) => {
      const startedAt = clock.now();
      for (;;) {
        if (await holds()) return clock.now() - startedAt;
        if (clock.now() - startedAt > seconds * 1_000) return undefined;
        await clock.sleep(LOOK_EVERY_MS);
      }
    },
  };
}

function whatIsMissing({ status, body }: Answer): string {
  const scopes = listAt(body, 'errors').flatMap((error) =>
    listAt(error, 'context', 'requiredGranularScopes'),
  );
  if (scopes.length > 0) return `the token lacks the scope ${scopes.map(String).join(' or ')}`;
  const category = textAt(body, 'category');
  const reason = at(body, 'message') === undefined ? '' : `: ${textAt(body, 'message')}`;
  return `the account's plan or the token does not allow it (${status}${category === '' ? '' : ` ${category}`})${reason}`;
}
