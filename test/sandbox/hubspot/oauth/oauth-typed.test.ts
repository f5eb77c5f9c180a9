import { Client } from '@hubspot/api-client';
import { BACK, SCORER, withIntegrations } from '../open-integrations-sandbox.ts';
import { refusalOf } from '../with-client.ts';
import { codeFor, SCOPE } from './grant-app.ts';

const { clientId, clientSecret } = SCORER;

test('the official client exchanges a code, reads the tokens, refreshes and revokes them', () =>
  withIntegrations({ apps: [SCORER] }, async ({ crm, post }) => {
    const hubspot = new Client({ basePath: crm.baseUrl });
    const { tokensApi, accessTokensApi, refreshTokensApi } = hubspot.oauth;
    const code = await codeFor({ post });

    const tokens = await tokensApi.create('authorization_code', code, BACK, clientId, clientSecret);
    hubspot.setAccessToken(tokens.accessToken);
    const access = await accessTokensApi.get(tokens.accessToken);
    const refresh = await refreshTokensApi.get(tokens.refreshToken);
    const again = await tokensApi.create(
      'refresh_token',
      undefined,
      undefined,
      clientId,
      clientSecret,
      tokens.refreshToken,
    );

    expect(tokens).toMatchObject({ tokenType: 'bearer', expiresIn: 1_800 });
    expect(access).toMatchObject({ appId: 4711, hubId: 48_000_001, scopes: ['oauth', SCOPE], userId: 9001 });
    expect(refresh).toMatchObject({ clientId, user: 'ines@example.com', tokenType: 'refresh' });
    expect(again.refreshToken).toBe(tokens.refreshToken);
    expect((await hubspot.crm.companies.basicApi.getPage()).results).toEqual([]);
    await refreshTokensApi.archive(tokens.refreshToken);
    expect((await refusalOf(refreshTokensApi.get(tokens.refreshToken))).code).toBe(404);
  }));

test('its address of the page is one that the sandbox serves', () =>
  withIntegrations({ apps: [SCORER] }, async ({ call }) => {
    const { oauth } = new Client();

    const url = new URL(oauth.getAuthorizationUrl(clientId, BACK, SCOPE, undefined, 'abc'));

    expect((await call('GET', url.pathname + url.search)).text).toContain('Connect Scorer');
  }));

test('a refusal reaches the caller of the client with its status and words', () =>
  withIntegrations({ apps: [SCORER] }, async ({ crm }) => {
    const { tokensApi } = new Client({ basePath: crm.baseUrl }).oauth;

    expect(
      await refusalOf(tokensApi.create('authorization_code', 'x', BACK, clientId, 'wrong')),
    ).toMatchObject({
      code: 400,
    });
  }));
