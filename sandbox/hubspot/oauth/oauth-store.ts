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
}

export function createOAuthStore(actors: Map<string, Actor>, newSecret: () => string): OAuthStore {
  return { codes: new Map(), refreshTokens: new Map(), actors, newSecret };
}

/** Source: OAuth guide; half an hour. */
export const ACCESS_SECONDS = 1_800;

/** A new access token that acts as the app with the granted scopes. */
export function issueAccessToken(store: OAuthStore, { app, userId, scopes }: Grant, at: number): Actor {
  const actor: Actor = {
    token: `sandbox-access-${store.newSecret()}`,
    sourceType: 'INTEGRATION',
    sourceId: String(app.id),
    sourceLabel: app.name,
    scopes,
    isOAuth: true,
    expiresAt: at + ACCESS_SECONDS * 1_000,
    grantedBy: userId,
  };
  store.actors.set(actor.token, actor);
  return actor;
}
