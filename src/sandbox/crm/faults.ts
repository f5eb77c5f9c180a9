/** What can go wrong with a call. `before` and `after` say whether the write of the call took place. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** An object is sent as JSON, a string as HTML. */
      readonly body: Readonly<Record<string, unknown>> | string;
    }
  | { readonly kind: 'hang'; readonly write: 'before' | 'after' }
  | { readonly kind: 'reset'; readonly write: 'before' | 'after' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'delay'; readonly ms: number };

/** Which calls a fault waits for; everything left out fits every call. */
export interface FaultTarget {
  readonly method?: string;
  /** Part of the path with its query, or a pattern. */
  readonly path?: string | RegExp;
  /** How many calls it meets; 1 when left out. */
  readonly times?: number;
  /** How many fitting calls it lets pass first. */
  readonly skip?: number;
}

export interface Faults {
  /** Faults wait in line: a call meets the first one that fits. */
  readonly add: (fault: Fault, target?: FaultTarget) => void;
  readonly clear: () => void;
  /** How many are still waiting. */
  readonly waiting: () => number;
}

export interface FaultLine extends Faults {
  readonly take: (method: string, path: string) => Fault | undefined;
}

interface Waiting {
  readonly fault: Fault;
  readonly target: FaultTarget;
  times: number;
  skip: number;
}

export function openFaults(): FaultLine {
  let line: Waiting[] = [];
  return {
    add: (fault, target = {}) => {
      line.push({ fault, target, times: target.times ?? 1, skip: target.skip ?? 0 });
    },
    clear: () => void (line = []),
    waiting: () => line.length,
    take: (method, path) => {
      for (const waiting of line.filter(({ target }) => isTarget(target, method, path))) {
        if (waiting.skip > 0) {
          waiting.skip -= 1;
          continue;
        }
        waiting.times -= 1;
        if (waiting.times <= 0) line = line.filter((other) => other !== waiting);
        return waiting.fault;
      }
      return undefined;
    },
  };
}

function isTarget({ method, path }: FaultTarget, calledMethod: string, calledPath: string): boolean {
  if (method !== undefined && method.toUpperCase() !== calledMethod) return false;
  if (path === undefined) return true;
  return typeof path === 'string'
    ? calledPath.includes(path)
    : new RegExp(path.source, path.flags).test(calledPath);
}
