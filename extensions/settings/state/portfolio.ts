import type { PortfolioPage } from '../../../src/contract/policy.ts';
import type { PortfolioCard } from '../../../src/icp/portfolio-card.ts';

import type { Failure } from '../../door/ask.ts';

/** The scorecards of one type as they were read for previews: once, in pages, kept until they are read again. */
export interface Portfolio {
  /** Number of the run that reads them; pages of an older one are ignored. */
  run: number;
  cards: readonly PortfolioCard[];
  /** Companies that could not be judged, by name, with the reason. */
  left: PortfolioPage['left'];
  /** How many companies of the type there are; null before the first page. */
  total: number | null;
  /** How many of them were read. */
  read: number;
  /** Where reading goes on: null for the beginning. */
  next: string | null;
  isReading: boolean;
  failure: Failure | null;
  /** When the last page came, ISO 8601. Null while pages are missing. */
  readAt: string | null;
}

export const UNREAD: Portfolio = {
  ...{ run: 0, cards: [], left: [], total: null, read: 0, next: null },
  ...{ isReading: false, failure: null, readAt: null },
};

/** How many companies a page has, apart from the last one. */
const PAGE = 200;

/** Starts a run: from the beginning, or where the last one broke off. */
export function begun(portfolio: Portfolio, isFromStart: boolean): Portfolio {
  const from = isFromStart ? UNREAD : portfolio;
  return { ...from, run: portfolio.run + 1, isReading: true, failure: null, readAt: null };
}

/** @param at when it came, ISO 8601 */
export function withPage(portfolio: Portfolio, page: PortfolioPage, at: string): Portfolio {
  const known = new Set(portfolio.cards.map(({ companyId }) => companyId));
  const isLast = page.next === null;
  const total = portfolio.total ?? page.total;
  return {
    ...portfolio,
    cards: [...portfolio.cards, ...page.cards.filter(({ companyId }) => !known.has(companyId))],
    left: [...portfolio.left, ...page.left],
    total,
    read: isLast ? total : Math.min(total, portfolio.read + PAGE),
    next: page.next,
    isReading: !isLast,
    readAt: isLast ? at : null,
  };
}

/** What was read stays. */
export function brokenOff(portfolio: Portfolio, failure: Failure): Portfolio {
  return { ...portfolio, isReading: false, failure };
}
