import type { Answer, Call } from '../http/call.ts';
import { isoOf } from '../http/instant.ts';
import { DAY_MS, ratesOf } from '../limits/rates.ts';
import type { Portal } from '../portal/portal.ts';

/** The sandbox's days are UTC days. The dated form has more fields. */
export function getAccountDetails(portal: Portal, call: Call): Answer {
  const { portalId, portalName, accountType, currency, uiDomain } = portal.account;
  return {
    status: 200,
    body: {
      portalId,
      accountType,
      timeZone: 'Etc/UTC',
      companyCurrency: currency,
      additionalCurrencies: [],
      utcOffset: '+00:00',
      utcOffsetMilliseconds: 0,
      uiDomain,
      dataHostingLocation: 'eu1',
      ...(call.form === 'dated' ? { portalName, createdAt: portal.openedAt } : {}),
    },
  };
}

export function getDailyUsage(portal: Portal): Answer {
  const now = portal.now().getTime();
  const { daily } = portal.limiter.rates() ?? ratesOf(portal.account);
  const usage = {
    name: 'private-apps-api-calls-daily',
    usageLimit: daily,
    currentUsage: portal.limiter.usedToday(),
    collectedAt: isoOf(now),
    fetchStatus: 'SUCCESS',
    resetsAt: new Date((Math.floor(now / DAY_MS) + 1) * DAY_MS).toISOString(),
  };
  return { status: 200, body: { results: [usage] } };
}
