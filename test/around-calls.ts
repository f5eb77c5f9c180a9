import type { Crm, CrmRequest } from '../src/crm/client/request.ts';

/**
 * A way to the portal with something happening right before or right after each call that matches.
 *
 * @param happens gets the call, and how many have matched with it: 1 for the first
 */
export function aroundCalls(
  crm: Crm,
  matches: (request: CrmRequest) => boolean,
  at: 'before' | 'after',
  happens: (request: CrmRequest, count: number) => Promise<unknown>,
): Crm {
  let matched = 0;
  return {
    async send(request) {
      if (!matches(request)) return crm.send(request);
      matched += 1;
      const count = matched;
      if (at === 'before') await happens(request, count);
      const answer = await crm.send(request);
      if (at === 'after') await happens(request, count);
      return answer;
    },
  };
}
