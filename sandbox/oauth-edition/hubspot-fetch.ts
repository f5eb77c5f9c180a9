import { signatureV3 } from '../hubspot/apps/signature.ts';
import type { FetchAnswer, FetchCall, HubSpotFetch } from '../workbench/host/hubspot-fetch.ts';
import { WorkbenchError } from '../workbench/host/workbench-error.ts';
import type { RegisteredApp } from './registered-app.ts';

interface Surroundings {
  readonly app: Pick<RegisteredApp, 'id' | 'clientSecret' | 'permittedOrigins'>;
  readonly portalId: number;
  /** Where the server of an origin listens on this machine, as `local.json` says it to HubSpot's tool. */
  readonly localOrigin: (origin: string) => string | undefined;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** 1 MB each way. Source: HubSpot, "Fetch data in UI extensions", as the limits below. */
const MOST_BYTES = 1_000_000;
const LONGEST_MS = 120_000;
/** Once at first, and once more where the connection or the server fails. */
const TRIES = 2;

/** What stands behind `hubspot.fetch`: HubSpot's proxy, which says who calls and signs it. */
export function throughProxy(surroundings: Surroundings): HubSpotFetch {
  const { app, portalId, localOrigin } = surroundings;
  return async (call, { userId, email }) => {
    const { origin, pathname, searchParams } = permitted(app.permittedOrigins, call.url);
    const added = { userId, portalId, userEmail: email, appId: app.id };
    for (const [name, value] of Object.entries(added)) searchParams.append(name, String(value));
    const target = `${pathname}?${searchParams.toString()}`;
    if (Buffer.byteLength(call.body) > MOST_BYTES)
      throw new WorkbenchError(413, 'HubSpot passes on at most 1 MB.');
    const local = `${localOrigin(origin) ?? origin}${target}`;
    for (let tries = 1; ; tries++) {
      const answer = await attempt(local, call, signed(surroundings, `${origin}${target}`, call));
      if (tries === TRIES || (answer !== null && answer.status < 500)) return received(answer);
    }
  };
}

function permitted(origins: readonly string[], address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol === 'https:' && origins.includes(url.origin)) return url;
  throw new WorkbenchError(403, `permittedUrls.fetch of the app does not name ${url?.origin ?? address}.`);
}

function signed({ app, now = Date.now }: Surroundings, url: string, { method, body }: FetchCall) {
  const timestamp = now();
  return {
    'x-hubspot-signature-v3': signatureV3(app.clientSecret, { method, url, body, timestamp }),
    'x-hubspot-request-timestamp': String(timestamp),
  };
}

/** @returns null where there was no connection. @throws WorkbenchError when it took too long */
async function attempt(
  url: string,
  { method, body, timeoutMs, authorization }: FetchCall,
  signature: Readonly<Record<string, string>>,
): Promise<FetchAnswer | null> {
  const limitMs = Math.min(timeoutMs, LONGEST_MS);
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...{ 'content-type': 'application/json', ...signature },
        ...(authorization !== null && { authorization }),
      },
      ...(body !== '' && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(limitMs),
    });
    const contentType = response.headers.get('content-type') ?? '';
    return { status: response.status, contentType, body: await response.text() };
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'TimeoutError') return null;
    throw new WorkbenchError(504, `The server did not answer within ${limitMs / 1_000} s.`, { cause });
  }
}

function received(answer: FetchAnswer | null): FetchAnswer {
  if (answer === null) throw new WorkbenchError(502, 'The server cannot be reached.');
  if (Buffer.byteLength(answer.body) > MOST_BYTES)
    throw new WorkbenchError(502, 'The server answered more than 1 MB.');
  return answer;
}
