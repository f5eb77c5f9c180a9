import type { Actor } from '../portal/actor.ts';
import type { Portal } from '../portal/portal.ts';
import type { Grant } from './oauth-store.ts';

/** An access token that OAuth issued and that has not expired. */
export function liveActor(portal: Portal, token: string): Actor | undefined {
  const actor = portal.oauth.actors.get(token);
  const isLive = (actor?.expiresAt ?? 0) > portal.now().getTime();
  return actor?.isOAuth === true && isLive ? actor : undefined;
}

/** Description of an access token. */
export function describeAccess(portal: Portal, actor: Actor): Readonly<Record<string, unknown>> {
  const { portalId, uiDomain } = portal.account;
  const seconds = ((actor.expiresAt ?? 0) - portal.now().getTime()) / 1_000;
  return {
    token: actor.token,
    token_type: 'access',
    hub_id: portalId,
    hub_domain: uiDomain,
    app_id: Number(actor.sourceId),
    user_id: actor.grantedBy ?? 0,
    user: emailOf(portal, actor.grantedBy),
    scopes: actor.scopes ?? [],
    expires_in: Math.floor(seconds),
  };
}

/** The fields that introspection repeats from inside the token; signatures are placeholders. */
export function describeSigned(portal: Portal, actor: Actor): Readonly<Record<string, unknown>> {
  const userId = actor.grantedBy ?? 0;
  return {
    appId: Number(actor.sourceId),
    expiresAt: actor.expiresAt ?? 0,
    hubId: portal.account.portalId,
    hublet: 'eu1',
    installingUserId: userId,
    isPrivateDistribution: false,
    isServiceAccount: false,
    isUserLevel: false,
    newSignature: '',
    scopeToScopeGroupPks: '',
    scopes: '',
    signature: '',
    trialScopeToScopeGroupPks: '',
    trialScopes: '',
    userId,
  };
}

/** Description of a refresh token. */
export function describeRefresh(
  portal: Portal,
  token: string,
  grant: Grant,
): Readonly<Record<string, unknown>> {
  const { portalId, uiDomain } = portal.account;
  return {
    token,
    token_type: 'refresh',
    hub_id: portalId,
    hub_domain: uiDomain,
    client_id: grant.app.clientId,
    user_id: grant.userId,
    user: emailOf(portal, grant.userId),
    scopes: grant.scopes,
  };
}

function emailOf(portal: Portal, userId: number | undefined): string {
  return portal.owners.find((owner) => owner.userId === userId)?.email ?? '';
}
