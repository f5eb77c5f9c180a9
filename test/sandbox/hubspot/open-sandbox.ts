import { isJsonObject, type JsonObject } from '../../../sandbox/hubspot/http/json.ts';
import type { Switches } from '../../../sandbox/hubspot/switches.ts';
import {
  type SandboxCrm,
  type SandboxCrmOptions,
  startSandboxCrm,
} from '../../../sandbox/hubspot/start-sandbox-crm.ts';

export const APP = 'pat-app';
export const PERSON = 'pat-person';

export const OWNERS = [
  { id: '501', userId: 9001, email: 'ines@example.com', firstName: 'Ines', lastName: 'Vale' },
  { id: '502', userId: 9002, email: 'omar@example.com', firstName: 'Omar', lastName: 'Reed' },
  { id: '503', userId: 9003, email: 'jude@example.com', firstName: 'Jude', lastName: 'Park' },
];

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  /** {} for answers that are no JSON. */
  readonly body: JsonObject;
}

export interface OpenSandbox {
  readonly crm: SandboxCrm;
  readonly call: (method: string, path: string, body?: unknown, token?: string) => Promise<HttpAnswer>;
  /** What listeners of events failed with. */
  readonly failures: readonly unknown[];
  /** Moves the account's clock, which otherwise stands still. */
  readonly pass: (ms: number) => void;
}

/** An account whose clock stands at noon of 1 September 2026. */
export async function openSandbox(
  switches: Partial<Switches> = {},
  loadFrom?: unknown,
  more: Partial<SandboxCrmOptions> = {},
): Promise<OpenSandbox> {
  const failures: unknown[] = [];
  let time = Date.parse('2026-09-01T12:00:00Z');
  const crm = await startSandboxCrm({
    now: () => new Date(time),
    tokens: [
      { token: APP, sourceType: 'INTEGRATION', sourceId: '1234', sourceLabel: 'Partner app' },
      { token: PERSON, sourceType: 'CRM_UI', sourceId: 'userId:9001', userId: 9001 },
    ],
    owners: OWNERS,
    switches,
    onListenerFailure: (failure) => failures.push(failure),
    ...(loadFrom === undefined ? {} : { loadFrom }),
    ...more,
  });
  return {
    crm,
    failures,
    call: (method, path, body, token = APP) => callHttp(crm.baseUrl, method, path, body, token),
    pass: (ms) => void (time += ms),
  };
}

async function callHttp(
  baseUrl: string,
  method: string,
  path: string,
  body: unknown,
  token: string,
): Promise<HttpAnswer> {
  const response = await fetch(baseUrl + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : {};
  return { status: response.status, text, body: isJsonObject(parsed) ? parsed : {} };
}

/** Runs a test against an account of its own and ends it, whatever happens. */
export async function withSandbox(
  run: (sandbox: OpenSandbox) => Promise<void>,
  switches: Partial<Switches> = {},
  loadFrom?: unknown,
  more: Partial<SandboxCrmOptions> = {},
): Promise<void> {
  const sandbox = await openSandbox(switches, loadFrom, more);
  try {
    await run(sandbox);
  } finally {
    await sandbox.crm.close();
  }
}
