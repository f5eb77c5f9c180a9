/**
 * Connects the portal as a person does in a browser: from the server's page through HubSpot's and back.
 *
 * @param userId the user of HubSpot who grants access
 * @throws Error naming the address that did not lead on
 */
export async function connect(installUrl: string, userId: number): Promise<void> {
  const begun = await fetch(installUrl, { redirect: 'manual' });
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = ledTo(begun);
  const decision = new URLSearchParams(page.searchParams);
  decision.set('decision', 'grant');
  decision.set('user_id', String(userId));
  const granted = await fetch(`${page.origin}/oauth/authorize`, {
    method: 'POST',
    body: decision.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    redirect: 'manual',
  });
  ledTo(await fetch(ledTo(granted), { headers: { cookie }, redirect: 'manual' }));
}

function ledTo(response: Response): URL {
  const location = response.headers.get('location');
  if (location !== null) return new URL(location, response.url);
  throw new Error(
    `The portal could not be connected: ${new URL(response.url).pathname} answered ${response.status}.`,
  );
}
