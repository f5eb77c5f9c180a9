import { type Answer, type Call, NO_CONTENT, param } from '../http/call.ts';
import { textIn } from '../http/json.ts';
import { invalid, notFound } from '../http/refusal.ts';
import type { Portal } from '../portal/portal.ts';
import { describeAccess, describeRefresh, describeSigned, liveActor } from './describe-token.ts';
import { disconnect } from './oauth-store.ts';
import { clientOf, type Form, grantTokens, oauthAnswer, OAuthRefusal } from './grants.ts';

/** The end of the refresh token that a call exchanges: enough to tell how often each one is used, and no secret. */
export function refreshEndIn(path: string, body: unknown): string | undefined {
  if (typeof body !== 'string' || !/^\/oauth\/[^/?]+\/token(?:\?|$)/.test(path)) return undefined;
  return new URLSearchParams(body).get('refresh_token')?.slice(-8);
}

/** Dated paths read the body only. */
const bodyForm =
  (call: Call): Form =>
  (name) =>
    textIn(call.body, name) ?? '';

/** OAuth v1 also reads fields from the query. */
const anyForm =
  (call: Call): Form =>
  (name) =>
    textIn(call.body, name) ?? call.query.get(name) ?? '';

function answering(portal: Portal, answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof OAuthRefusal) return oauthAnswer(error, portal.switches.badClientStatus);
    throw error;
  }
}

export function issueTokens(portal: Portal, call: Call): Answer {
  return answering(portal, () => ({ status: 200, body: grantTokens(portal, bodyForm(call)) }));
}

export function issueTokensV1(portal: Portal, call: Call): Answer {
  return answering(portal, () => {
    const { token_type, refresh_token, access_token, expires_in } = grantTokens(portal, anyForm(call));
    return { status: 200, body: { token_type, refresh_token, access_token, expires_in } };
  });
}

/** Tokens of other apps and expired ones are inactive, without details. */
export function introspectToken(portal: Portal, call: Call): Answer {
  return answering(portal, () => {
    const form = bodyForm(call);
    const app = clientOf(portal, form);
    const token = form('token');
    if (token === '') throw new OAuthRefusal('BAD_TOKEN', 'missing token');
    const actor = liveActor(portal, token);
    if (actor?.sourceId === String(app.id))
      return {
        status: 200,
        body: {
          active: true,
          token_use: 'access_token',
          ...describeAccess(portal, actor),
          client_id: app.clientId,
          is_private_distribution: false,
          signed_access_token: describeSigned(portal, actor),
        },
      };
    const grant = portal.oauth.refreshTokens.get(token);
    if (grant?.app !== app) return { status: 200, body: { active: false } };
    return {
      status: 200,
      body: {
        active: true,
        token_use: 'refresh_token',
        ...describeRefresh(portal, token, grant),
        app_id: app.id,
      },
    };
  });
}

/** RFC 7009: revoking an unknown token succeeds. */
export function revokeToken(portal: Portal, call: Call): Answer {
  return answering(portal, () => {
    const form = bodyForm(call);
    const app = clientOf(portal, form);
    const token = form('token');
    if (token === '') throw new OAuthRefusal('BAD_TOKEN', 'missing token');
    if (liveActor(portal, token)?.sourceId === String(app.id)) portal.oauth.actors.delete(token);
    if (portal.oauth.refreshTokens.get(token)?.app === app) endRefreshToken(portal, token);
    return { status: 200 };
  });
}

function endRefreshToken(portal: Portal, token: string): void {
  const { refreshTokens, actors } = portal.oauth;
  const grant = refreshTokens.get(token);
  refreshTokens.delete(token);
  if (grant === undefined || portal.switches.revokedRefreshToken === 'access-stays') return;
  for (const actor of actors.values()) {
    const isOfGrant = actor.sourceId === String(grant.app.id) && actor.grantedBy === grant.userId;
    if (actor.isOAuth === true && isOfGrant) actors.delete(actor.token);
  }
}

/** Uninstalls the calling app: all its tokens become unknown. */
export function uninstallApp(portal: Portal, call: Call): Answer {
  const { actor } = call;
  if (actor.isOAuth !== true) throw invalid('Only an OAuth token can uninstall its app.');
  disconnect(portal.oauth, Number(actor.sourceId));
  return NO_CONTENT;
}

export function getAccessTokenV1(portal: Portal, call: Call): Answer {
  const actor = liveActor(portal, param(call, 'token'));
  if (actor === undefined) throw notFound('There is no such access token.');
  return { status: 200, body: describeAccess(portal, actor) };
}

export function getRefreshTokenV1(portal: Portal, call: Call): Answer {
  const token = param(call, 'token');
  const grant = portal.oauth.refreshTokens.get(token);
  if (grant === undefined) throw notFound('There is no such refresh token.');
  return { status: 200, body: describeRefresh(portal, token, grant) };
}

export function deleteRefreshTokenV1(portal: Portal, call: Call): Answer {
  endRefreshToken(portal, param(call, 'token'));
  return NO_CONTENT;
}
