import { hubspot } from '@hubspot/ui-extensions';
import { SERVER_UNREACHABLE } from '../../src/messages/cards.ts';

/** Address of our server, without a trailing slash. The build inserts it from the profile that it builds for. */
declare const SERVER_URL: string;

/** The message shown when the call fails. */
export const UNREACHABLE = SERVER_UNREACHABLE;

/** Milliseconds. The server ends a call earlier. */
const TIMEOUT = 15_000;

/**
 * Asks our server: the door of the OAuth edition. HubSpot signs the request and names the user. It repeats the request once
 * when the connection or the server fails: both carry one request id, by which the server acts once.
 *
 * @returns the body as text. It is JSON, also for failures of the app, whatever the status
 * @throws whatever HubSpot rejects with
 */
export async function callApp(operation: string, input: unknown): Promise<unknown> {
  const url = `${SERVER_URL}/api/operations/${operation}`;
  const body = { input, requestId: newRequestId() };
  const answer = await hubspot.fetch(url, { method: 'POST', timeout: TIMEOUT, body });
  return answer.text();
}

/** A UUID. HubSpot does not say whether a card has `crypto`; the ids of a portal's cards need to differ, and no more. */
function newRequestId(): string {
  const { crypto } = globalThis as { crypto?: Partial<Crypto> };
  return crypto?.randomUUID?.() ?? uuidFrom(() => Math.floor(Math.random() * 16));
}

function uuidFrom(nibble: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => nibble().toString(16));
}
