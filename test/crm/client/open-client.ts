import { inspect } from 'node:util';

import { CrmError } from '../../../src/crm/client/errors.ts';
import { DEFAULT_TRANSPORT, openCrm } from '../../../src/crm/client/client.ts';
import type { Crm, CrmRequest } from '../../../src/crm/client/request.ts';
import { APP_TOKEN, type Portal, openPortal } from '../../portal.ts';

export const COMPANIES = '/crm/objects/2026-09/companies';

/** A way into a sandbox that does not wait: it notes how long it would have. */
export interface OpenTransport {
  portal: Portal;
  crm: Crm;
  companyId: string;
  /** Milliseconds of each pause between attempts. */
  pauses: number[];
  /** What `read` sends. */
  request: CrmRequest;
  read: () => Promise<unknown>;
  write: (lane?: string) => Promise<unknown>;
  close: () => Promise<void>;
}

export async function openTransport(): Promise<OpenTransport> {
  const portal = await openPortal({ installed: false });
  const pauses: number[] = [];
  const settings = {
    ...DEFAULT_TRANSPORT,
    ...portal.clock,
    random: () => 1,
    sleep: (ms: number) => {
      pauses.push(ms);
      return portal.clock.sleep(ms);
    },
  };
  const crm = openCrm({ baseUrl: portal.sandbox.baseUrl, accessToken: APP_TOKEN }, settings);
  const companyId = await portal.createCompany();
  const path = `${COMPANIES}/${companyId}`;
  const request = { method: 'GET', path, query: { properties: 'name' } } as const;
  return {
    portal,
    crm,
    request,
    companyId,
    pauses,
    read: () => crm.send(request),
    write: (name = 'Renamed') => crm.send({ method: 'PATCH', path, body: { properties: { name } } }),
    close: () => portal.close(),
  };
}

/** The error that a request ends with. */
export async function errorOf(request: Promise<unknown>): Promise<CrmError> {
  const outcome = await request.then(
    () => 'it went through',
    (error: unknown) => error,
  );
  if (outcome instanceof CrmError) return outcome;
  throw new Error(`no CrmError: ${String(outcome)}`);
}

/** All that a log would show of an error, causes included. */
export function everythingIn(error: Error): string {
  return inspect(error, { depth: 10, showHidden: true });
}
