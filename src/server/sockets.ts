import { Agent, setGlobalDispatcher } from 'undici';

/** Without these bounds a call that HubSpot never answers keeps its socket for minutes after nobody waits for it any more. */
export function boundSockets(): void {
  setGlobalDispatcher(new Agent({ connectTimeout: 5_000, headersTimeout: 30_000, bodyTimeout: 30_000 }));
}
