import type { Answer, Call } from '../http/call.ts';
import { isoOf } from '../http/instant.ts';
import { ratesOf } from '../limits/rates.ts';
import type { Portal } from '../portal/portal.ts';
import { nextDayIn, offsetOf, offsetText } from './time-zone.ts';

/** The dated form has more fields. */
export function getAccountDetails(portal: Portal, call: Call): Answer {
  const { portalId, portalName, accountType, currency, timeZone, uiDomain } = portal.account;
  const offsetMs = offsetOf(timeZone, portal.now().getTime());
  return {
    status: 200,
    body: {
      portalId,
      accountType,
      timeZone,
      companyCurrency: currency,
      additionalCurrencies: [],
      utcOffset: offsetText(offsetMs),
      utcOffsetMilliseconds: offsetMs,
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
    resetsAt: isoOf(nextDayIn(portal.account.timeZone, now)),
  };
  return { status: 200, body: { results: [usage] } };
}
