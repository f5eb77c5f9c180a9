/** Who a bearer token stands for; stamped on every history entry that is written with it. */
export interface Actor {
  readonly token: string;
  /** INTEGRATION, CRM_UI, IMPORT, AUTOMATION_PLATFORM, API, ... */
  readonly sourceType: string;
  readonly sourceId: string;
  readonly sourceLabel?: string;
  /** The HubSpot user, where a person stands behind the token. */
  readonly userId?: number;
}

export function actorOf(
  actors: ReadonlyMap<string, Actor>,
  authorization: string | undefined,
): Actor | undefined {
  const token = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? undefined : actors.get(token);
}
