import type { Context } from '../context.ts';
import { loadScorecard } from '../scorecard/load.ts';
import { pageText } from './page-text.ts';
import { partnerPage } from './partner-page.ts';

/**
 * The page for the meeting about one partner, as text: verdict, why, ratings with evidence, checks, decision and basis.
 *
 * @throws Refused `company-not-found`
 * @throws CrmError
 */
export async function meetingText(
  context: Context,
  { companyId }: { companyId: string },
): Promise<{ text: string }> {
  return { text: pageText(partnerPage(await loadScorecard(context, { companyId }))) };
}
