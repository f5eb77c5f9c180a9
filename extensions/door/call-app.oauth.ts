import { hubspot } from '@hubspot/ui-extensions';

/** Address of our server, without a slash at its end. The build puts it in, from the profile it builds for. */
declare const SERVER_URL: string;

/** What a person is told when the call breaks off. */
export const UNREACHABLE =
  'HubSpot could not reach the server of this app. Check your connection and try again; if it stays, tell the support of the app.';

/** Milliseconds. A call of the card ends on the server before. */
const TIMEOUT = 15_000;

/**
 * Asks our server: the door of the OAuth edition. HubSpot signs the request and says who asks; it repeats it once when
 * the connection or the server fails, which is safe, since a repeated save changes nothing.
 *
 * @returns the body, JSON as text: failures of the app come as JSON too, whatever the status
 * @throws whatever HubSpot rejects with
 */
export async function callApp(operation: string, input: unknown): Promise<unknown> {
  const body = { operation, input };
  const answer = await hubspot.fetch(`${SERVER_URL}/ask`, { method: 'POST', timeout: TIMEOUT, body });
  return answer.text();
}
