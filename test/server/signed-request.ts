import { request } from 'node:http';

import { signatureV3 } from '../../sandbox/hubspot/apps/signature.ts';
import { APP, PUBLIC_URL } from './server-in-test.ts';

/** A request with every part of it free, signed as HubSpot does unless a part says otherwise. */
export interface RawRequest {
  method: string;
  /** Path and query. */
  target: string;
  body: Buffer;
  signature: string;
  timestamp: string;
  headers: Record<string, string>;
}

export interface RawResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  code: string | undefined;
}

export interface Signing {
  secret?: string;
  method?: string;
  url?: string;
  body?: string;
  timestamp?: number;
}

/** @param signing what is signed, where it is not what is sent */
export function signed(
  target: string,
  body: string,
  { secret = APP.clientSecret, timestamp = Date.now(), ...signing }: Signing = {},
): RawRequest {
  const of = { method: 'POST', url: `${PUBLIC_URL}${target}`, body, timestamp, ...signing };
  const signature = signatureV3(secret, of);
  return {
    ...{ method: 'POST', target, body: Buffer.from(body), signature, timestamp: String(timestamp) },
    headers: {},
  };
}

/** Sends it byte by byte as it is: `fetch` would normalise the address. */
export function sendRaw(
  address: string,
  { method, target, body, signature, timestamp, headers }: RawRequest,
): Promise<RawResponse> {
  const { hostname, port } = new URL(address);
  const all = {
    ...{ 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': timestamp },
    ...{ 'content-type': 'application/json', 'content-length': String(body.length), ...headers },
  };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  return new Promise((resolve, reject) => {
    const call = request(
      { hostname, port, method, path: target, headers: sent, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const status = response.statusCode ?? 0;
          resolve({ status, headers: response.headers, text, code: codeIn(text) });
        });
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

function codeIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { error?: { code: string } }).error?.code;
  } catch {
    return undefined;
  }
}
