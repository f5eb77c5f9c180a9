import type { Actor } from '../../../sandbox/hubspot/portal/actor.ts';
import type { AppOptions, IntegrationOptions } from '../../../sandbox/hubspot/apps/integrations.ts';
import { isJsonObject, type JsonObject } from '../../../sandbox/hubspot/http/json.ts';
import { type SandboxCrm, startSandboxCrm } from '../../../sandbox/hubspot/start-sandbox-crm.ts';
import type { Switches } from '../../../sandbox/hubspot/switches.ts';
import { APP, OWNERS, PERSON } from './open-sandbox.ts';

export const COMPANIES = '/crm/objects/2026-09/companies';
export const BACK = 'http://localhost:3000/back';
export const ADMIN = '/_sandbox';

/** The app of these tests, before it subscribes to anything. */
export const SCORER: AppOptions = {
  id: 4711,
  name: 'Scorer',
  clientId: 'client-1',
  clientSecret: 'secret-1',
  redirectUrls: [BACK],
  requiredScopes: ['crm.objects.companies.read'],
  optionalScopes: ['crm.objects.companies.write'],
};

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: JsonObject;
}

export interface IntegrationsSandbox {
  readonly crm: SandboxCrm;
  readonly call: (method: string, path: string, body?: unknown, token?: string) => Promise<HttpAnswer>;
  /** Posts a form without a token. */
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<HttpAnswer>;
  readonly pass: (ms: number) => void;
}

export interface IntegrationsSetup extends IntegrationOptions {
  readonly switches?: Partial<Switches>;
  readonly tokens?: readonly Actor[];
}

/** Runs a test against an account of its own, whose clock stands at noon of 1 September 2026. */
export async function withIntegrations(
  setup: IntegrationsSetup,
  run: (sandbox: IntegrationsSandbox) => Promise<void>,
): Promise<void> {
  let time = Date.parse('2026-09-01T12:00:00Z');
  const crm = await startSandboxCrm({
    now: () => new Date(time),
    owners: OWNERS,
    ...setup,
    tokens: [
      { token: APP, sourceType: 'INTEGRATION', sourceId: '1234', sourceLabel: 'Partner app' },
      { token: PERSON, sourceType: 'CRM_UI', sourceId: 'userId:9001', userId: 9001 },
      ...(setup.tokens ?? []),
    ],
  });
  const ask = (path: string, init: RequestInit) =>
    answerOf(fetch(crm.baseUrl + path, { redirect: 'manual', ...init }));
  try {
    await run({
      crm,
      call: (method, path, body, token = APP) =>
        ask(path, {
          method,
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
      pass: (ms) => void (time += ms),
    });
  } finally {
    await crm.close();
  }
}

async function answerOf(answered: Promise<Response>): Promise<HttpAnswer> {
  const response = await answered;
  const { status, headers } = response;
  const text = await response.text();
  const isJson = headers.get('content-type')?.includes('json') ?? false;
  const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : {};
  return { status, headers, text, body: isJsonObject(parsed) ? parsed : {} };
}
