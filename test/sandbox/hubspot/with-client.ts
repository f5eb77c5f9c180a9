import { Client } from '@hubspot/api-client';
import { isJsonObject, type JsonObject } from '../../../sandbox/hubspot/http/json.ts';
import { APP, type OpenSandbox, withSandbox } from './open-sandbox.ts';

/** A fresh account and the official client, unmodified. */
export function withClient(
  run: (sandbox: OpenSandbox & { readonly hubspot: Client }) => Promise<void>,
  loadFrom?: unknown,
): Promise<void> {
  return withSandbox(
    (sandbox) =>
      run({ ...sandbox, hubspot: new Client({ accessToken: APP, basePath: sandbox.crm.baseUrl }) }),
    {},
    loadFrom,
  );
}

/** The status and body of the refusal that the official client throws. */
export async function refusalOf(promise: Promise<unknown>): Promise<{ code: number; body: JsonObject }> {
  try {
    await promise;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && 'body' in error) {
      return { code: Number(error.code), body: isJsonObject(error.body) ? error.body : {} };
    }
    throw error;
  }
  throw new Error('The call was not refused.');
}
