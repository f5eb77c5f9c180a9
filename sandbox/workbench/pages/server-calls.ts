import { SIGNED_IN_HEADER } from '../host/settings.ts';
import { recordIn, textIn } from './parse.ts';

/** The message of the CRM or of our server about a failed request. */
function messageIn(body: unknown, status: number): string {
  const said = textIn(recordIn(recordIn(body)['error'])['message']) || textIn(recordIn(body)['message']);
  return said || `The request failed with status ${status}.`;
}

/** Asks the workbench's server as the signed-in owner. @throws Error with the server's own words */
export async function callServer(
  ownerId: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(path, {
    method,
    headers: {
      [SIGNED_IN_HEADER]: ownerId,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new Error(messageIn(answer, response.status));
  return answer;
}
