/** Who wrote a value; stamped on every history entry. */
export interface Source {
  /** INTEGRATION, CRM_UI, IMPORT, AUTOMATION_PLATFORM, API, CALCULATED, ... */
  readonly sourceType: string;
  readonly sourceId: string;
  readonly sourceLabel?: string;
  /** The HubSpot user, where a person stands behind the write. */
  readonly userId?: number;
}

/** Who a bearer token stands for. */
export interface Actor extends Source {
  readonly token: string;
  /** Granted scopes; all when left out. */
  readonly scopes?: readonly string[];
  /** Set for OAuth tokens, which have other limits. */
  readonly isOAuth?: true;
  /** Milliseconds since 1970, on the account's clock; tokens without it never expire. */
  readonly expiresAt?: number;
  /** The user who granted the app its scopes. */
  readonly grantedBy?: number;
}

/** HubSpot itself, as the source of calculated values. */
export const CALCULATED: Source = { sourceType: 'CALCULATED', sourceId: 'PropertyCalculation' };

/** The source without the token, so that stored values hold no secrets. */
export function sourceOf({ sourceType, sourceId, sourceLabel, userId }: Source): Source {
  return {
    sourceType,
    sourceId,
    ...(sourceLabel === undefined ? {} : { sourceLabel }),
    ...(userId === undefined ? {} : { userId }),
  };
}

export function actorOf(
  actors: ReadonlyMap<string, Actor>,
  authorization: string | undefined,
): Actor | undefined {
  const token = tokenIn(authorization);
  return token === undefined ? undefined : actors.get(token);
}

/** The bearer token of a request. */
export function tokenIn(authorization: string | undefined): string | undefined {
  return /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1];
}

/** A user who can own records. `id` goes into hubspot_owner_id, `userId` into histories. */
export interface Owner {
  readonly id: string;
  readonly userId: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}
