import { createHash, createHmac } from 'node:crypto';

export interface SignedRequest {
  readonly method: string;
  /** As the receiver sees it, with protocol, host and query. */
  readonly url: string;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
}

/** Escapes that HubSpot decodes in the URL before it signs. */
const UNESCAPED: Readonly<Record<string, string>> = {
  '%3A': ':', '%2F': '/', '%3F': '?', '%40': '@', '%21': '!', '%24': '$', '%27': "'", '%28': '(', '%29': ')',
  '%2A': '*', '%2C': ',', '%3B': ';',
}; // prettier-ignore

/** Source: "Validating requests from HubSpot", version 3. */
export function signatureV3(secret: string, { method, url, body, timestamp }: SignedRequest): string {
  const uri = url.replaceAll(/%[0-9a-f]{2}/gi, (escape) => UNESCAPED[escape.toUpperCase()] ?? escape);
  return createHmac('sha256', secret).update(`${method}${uri}${body}${timestamp}`).digest('base64');
}

/** Source: the same guide, version 2: custom workflow actions. */
export function signatureV2(secret: string, { method, url, body }: SignedRequest): string {
  return createHash('sha256').update(`${secret}${method}${url}${body}`).digest('hex');
}

/** Source: the same guide, version 1: webhooks before version 3, still sent along. */
export function signatureV1(secret: string, { body }: SignedRequest): string {
  return createHash('sha256').update(`${secret}${body}`).digest('hex');
}
