import type { App } from '../apps/app.ts';
import type { Actor } from '../portal/actor.ts';

/** What a user granted an app. */
export interface Grant {
  readonly app: App;
  readonly userId: number;
  readonly scopes: readonly string[];
}

export interface AuthCode extends Grant {
  readonly redirectUri: string;
  readonly issuedAt: number;
  isUsed: boolean;
}

/** Issued codes and tokens. Access tokens are among the account's actors. */
export interface OAuthStore {
  readonly codes: Map<string, AuthCode>;
  readonly refreshTokens: Map<string, Grant>;
  readonly actors: Map<string, Actor>;
  readonly newSecret: () => string;
  /** How long an access token is good for. */
  readonly accessSeconds: number;
  /** Where the authorization page leads back to, in place of an origin of an app: `https://app.example.com`. */
  readonly localOrigins: Map<string, string>;
}

/** Source: OAuth guide; half an hour. */
const ACCESS_SECONDS = 1_800;

export function createOAuthStore(
  actors: Map<string, Actor>,
  newSecret: () => string,
  accessSeconds = ACCESS_SECONDS,
): OAuthStore {
  return {
    ...{ codes: new Map(), refreshTokens: new Map(), actors, newSecret, accessSeconds },
    localOrigins: new Map(),
  };
}

/** Whether the account has an app connected. */
export function isConnected({ refreshTokens }: OAuthStore, appId: number): boolean {
  return [...refreshTokens.values()].some(({ app }) => app.id === appId);
}

/** Disconnects an app: all its tokens become unknown. */
export function disconnect({ actors, refreshTokens }: OAuthStore, appId: number): void {
  for (const { token, isOAuth, sourceId } of actors.values())
    if (isOAuth === true && sourceId === String(appId)) actors.delete(token);
  for (const [token, { app }] of refreshTokens) if (app.id === appId) refreshTokens.delete(token);
}

/** A new access token that acts as the app with the granted scopes. */
export function issueAccessToken(store: OAuthStore, { app, userId, scopes }: Grant, at: number): Actor {
  const actor: Actor = {
    token: `sandbox-access-${store.newSecret()}`,
    sourceType: 'INTEGRATION',
    sourceId: String(app.id),
    sourceLabel: app.name,
    scopes,
    isOAuth: true,
    expiresAt: at + store.accessSeconds * 1_000,
    grantedBy: userId,
  };
  store.actors.set(actor.token, actor);
  forgetExpired(store, at);
  return actor;
}

/** How many codes and tokens of the past are still known as such. Callers can ask for any number. */
const MAX_PAST = 1_000;

/** The oldest expired tokens go first; calls with them are refused as calls with unknown tokens. */
function forgetExpired({ actors }: OAuthStore, now: number): void {
  if (actors.size <= MAX_PAST) return;
  const expired = [...actors.values()].filter(({ expiresAt = Infinity }) => expiresAt <= now);
  for (const { token } of expired.slice(0, Math.max(0, expired.length - MAX_PAST / 2))) actors.delete(token);
}

/** Keeps the newest codes. */
export function keepCode({ codes }: OAuthStore, code: string, granted: AuthCode): void {
  codes.set(code, granted);
  for (const old of codes.keys()) {
    if (codes.size <= MAX_PAST) return;
    codes.delete(old);
  }
}
