import { BACK, type HttpAnswer, type IntegrationsSandbox, SCORER } from '../open-integrations-sandbox.ts';

export const CLIENT = { client_id: SCORER.clientId, client_secret: SCORER.clientSecret };
export const SCOPE = 'crm.objects.companies.read';

export const AUTHORIZE = {
  client_id: SCORER.clientId,
  redirect_uri: BACK,
  scope: SCOPE,
  state: 'x y&z',
};

/** Where a press on a button of the page leads. */
export async function decide(
  { post }: Pick<IntegrationsSandbox, 'post'>,
  fields: Readonly<Record<string, string>> = {},
): Promise<URL> {
  const answer = await post('/oauth/authorize', { ...AUTHORIZE, decision: 'grant', ...fields });
  return new URL(answer.headers.get('location') ?? 'about:blank');
}

export async function codeFor(sandbox: Pick<IntegrationsSandbox, 'post'>, fields = {}): Promise<string> {
  return (await decide(sandbox, fields)).searchParams.get('code') ?? '';
}

export function exchange(
  { post }: Pick<IntegrationsSandbox, 'post'>,
  fields: Readonly<Record<string, string>>,
): Promise<HttpAnswer> {
  return post('/oauth/2026-09/token', {
    grant_type: 'authorization_code',
    redirect_uri: BACK,
    ...CLIENT,
    ...fields,
  });
}

export interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

/** Installs the app in the account. */
export async function install(sandbox: Pick<IntegrationsSandbox, 'post'>, fields = {}): Promise<Tokens> {
  const { body } = await exchange(sandbox, { code: await codeFor(sandbox, fields) });
  return { access: String(body['access_token']), refresh: String(body['refresh_token']) };
}
