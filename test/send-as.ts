/** Sends one call to a sandbox CRM. @returns the parsed body; {} for an empty one */
export type Send = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

/**
 * Sends calls as whoever holds the token. A test that reads or edits a CRM with rate limits takes the token of a person: with
 * the app's it would use up calls that the app under test needs, and be refused where the app has used them up.
 *
 * @throws Error with status and body of every refusal
 */
export function sendAs(baseUrl: string, token: string): Send {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return async (method, path, body) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(baseUrl + path, { method, headers, ...init });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  };
}
