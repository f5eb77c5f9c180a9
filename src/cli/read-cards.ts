import type { PortfolioCard } from '../icp/portfolio-card.ts';
import type { PartnerType } from '../icp/partner-types.ts';
import type { Context } from '../usecases/context.ts';
import { readPortfolio } from '../usecases/policy/read-portfolio.ts';
import { type Run, showProgress } from './terminal.ts';

/** Every scorecard of a type, and those that could not be read. */
export interface Portfolio {
  cards: readonly PortfolioCard[];
  /** How many companies there are of the type, also those without ratings. */
  companies: number;
  left: readonly { name: string; reason: string }[];
}

/** Reads every scorecard of a type page by page, and shows how far it is. @throws Refused @throws CrmError */
export async function readCards(run: Run, context: Context, type: PartnerType): Promise<Portfolio> {
  const { onProgress, end } = showProgress(run, 'companies');
  const cards: PortfolioCard[] = [];
  const left: { name: string; reason: string }[] = [];
  let companies: number | null = null;
  let after: string | undefined;
  try {
    do {
      const page = await readPortfolio(context, { type, after });
      cards.push(...page.cards);
      left.push(...page.left);
      companies ??= page.total;
      onProgress(Math.min(cards.length + left.length, companies), companies);
      after = page.next ?? undefined;
    } while (after !== undefined);
  } finally {
    end();
  }
  return { cards, companies, left };
}
