import { hubspot } from '@hubspot/ui-extensions';
import { SERVER_UNREACHABLE } from '../../src/messages/cards.ts';

/** Address of our server, without a trailing slash. The build inserts it from the profile that it builds for. */
declare const SERVER_URL: string;

/** The message shown when the call fails. */
export const UNREACHABLE = SERVER_UNREACHABLE;

/** Milliseconds. The server ends a call earlier. */
const TIMEOUT = 15_000;

/**
 * Asks our server: the door of the OAuth edition. HubSpot signs the request and names the user. It repeats the
 * request once when the connection or the server fails, which is safe: a repeated save changes nothing.
 *
 * @returns the body as text. It is JSON, also for failures of the app, whatever the status
 * @throws whatever HubSpot rejects with
 */
export async function callApp(operation: string, input: unknown): Promise<unknown> {
  const body = { operation, input };
  const answer = await hubspot.fetch(`${SERVER_URL}/ask`, { method: 'POST', timeout: TIMEOUT, body });
  return answer.text();
}
