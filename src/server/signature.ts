import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A request as it arrived. */
export interface SignedRequest {
  method: string;
  /** Path and query as they came, `/api/operations/decide?userId=1&portalId=2&...`. */
  target: string;
  body: Buffer;
  /** The headers `X-HubSpot-Signature-v3` and `X-HubSpot-Request-Timestamp`. */
  signature: string | undefined;
  timestamp: string | undefined;
}

/** Escapes that HubSpot decodes in the address before it signs. Source: "Validating requests from HubSpot", version 3. */
const UNESCAPED: Readonly<Record<string, string>> = {
  '%3A': ':', '%2F': '/', '%3F': '?', '%40': '@', '%21': '!', '%24': '$', '%27': "'", '%28': '(', '%29': ')',
  '%2A': '*', '%2C': ',', '%3B': ';',
}; // prettier-ignore

/** HubSpot asks to refuse what is older; what is from the future is refused too, or it could be kept and sent later. */
const MOST_MS = 300_000;

/**
 * Checks the signature of version 3 over method, address, raw body and time. Versions 1 and 2 carry no time, so that a call
 * could be sent again: version 2 is accepted for workflow actions alone.
 *
 * @param publicUrl the configured address of the server: a request may say anything of its host
 * @param now milliseconds since 1970
 */
export function checkSignature(
  secret: string,
  publicUrl: string,
  { method, target, body, signature, timestamp }: SignedRequest,
  now: number,
): 'valid' | 'wrong' | 'stale' {
  if (signature === undefined || timestamp === undefined || !/^\d{1,16}$/.test(timestamp)) return 'wrong';
  const uri = `${publicUrl}${target}`.replaceAll(
    /%[0-9a-f]{2}/gi,
    (escape) => UNESCAPED[escape.toUpperCase()] ?? escape,
  );
  const mac = createHmac('sha256', secret).update(`${method}${uri}`).update(body).update(timestamp);
  if (!isSame(mac.digest('base64'), signature)) return 'wrong';
  return Math.abs(now - Number(timestamp)) > MOST_MS ? 'stale' : 'valid';
}

/**
 * Checks the signature of version 2 over method, address and raw body. HubSpot signs calls of workflow actions with it.
 *
 * Source: HubSpot, "Validating requests from HubSpot", version 2, and "Custom workflow actions".
 */
export function checkSignatureV2(
  secret: string,
  publicUrl: string,
  { method, target, body, signature }: Omit<SignedRequest, 'timestamp'>,
): 'valid' | 'wrong' {
  const due = createHash('sha256').update(`${secret}${method}${publicUrl}${target}`).update(body);
  return signature !== undefined && isSame(due.digest('hex'), signature) ? 'valid' : 'wrong';
}

/**
 * Compares in a time that does not depend on where the texts differ. As texts and not as the bytes that they stand for:
 * several texts decode to the same bytes.
 */
function isSame(due: string, given: string): boolean {
  return timingSafeEqual(hashOf(due), hashOf(given));
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
