/** Outcome of one request to an app. `status` is 0 without a response; `failure` is then the reason. */
export interface PostOutcome {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
  readonly failure: string | undefined;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

function isLoopback(url: string): boolean {
  return URL.canParse(url) && LOOPBACK.has(new URL(url).hostname);
}

function localised(url: string, localOrigins: PostRules['localOrigins']): string {
  const { origin } = URL.canParse(url) ? new URL(url) : { origin: '' };
  const local = localOrigins.get(origin);
  return local === undefined ? url : `${local}${url.slice(origin.length)}`;
}

/** Limits for requests to apps. */
export interface PostRules {
  /** Real milliseconds. */
  readonly timeoutMs: number;
  readonly timeoutSignal: (ms: number) => AbortSignal;
  /** Any host, not only loopback. */
  readonly allowRemote: boolean;
  /** Servers on this machine that stand for an origin. */
  readonly localOrigins: ReadonlyMap<string, string>;
}

/** Sends JSON to an app as HubSpot does. Never throws: failures are in the outcome. @param signedUrl as it was signed */
export async function postSigned(
  signedUrl: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { timeoutMs, timeoutSignal, allowRemote, localOrigins }: PostRules,
): Promise<PostOutcome> {
  const url = localised(signedUrl, localOrigins);
  const none = { status: 0, text: '', retryAfter: null };
  if (!allowRemote && !isLoopback(url))
    return { ...none, failure: 'The sandbox sends nothing to other machines.' };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'HubSpot Connect 2.0 (sandbox)',
        ...headers,
      },
      body,
      redirect: 'manual',
      signal: timeoutSignal(timeoutMs),
    });
    const text = await response.text();
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, text, retryAfter, failure: undefined };
  } catch (error) {
    const isLate = isObject(error) && 'name' in error && error.name === 'TimeoutError';
    return { ...none, failure: isLate ? `No answer within ${timeoutMs} ms.` : 'The connection failed.' };
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
