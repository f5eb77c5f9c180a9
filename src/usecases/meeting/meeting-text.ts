import type { Context } from '../context.ts';
import { loadScorecard } from '../scorecard/load.ts';

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
  const { companyName, verdict } = await loadScorecard(context, { companyId });
  return { text: `${companyName}: ${verdict?.headline ?? ''}` };
}
