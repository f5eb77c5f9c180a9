import type { CompanyRecord } from '../../crm/company-record.ts';
import { partnerTypeLabel } from '../../icp/partner-types.ts';
import { laneByProfile } from '../../icp/portfolio-card.ts';
import { currentProfile, versionInWords, versionKey } from '../../icp/profile.ts';
import { profileUnpublished } from '../../messages/scorecard.ts';
import * as say from '../../messages/triage.ts';
import { type Context, today } from '../context.ts';
import { storedLane } from '../policy/read-portfolio.ts';
import { refusalToTakeOver } from '../policy/take-over.ts';
import { readScorecard } from '../scorecard/judge.ts';
import { type Planned, laneChange, shownLane } from './company-plan.ts';

/** What the current profile of its type makes of a company. */
export function planTakeOver(record: CompanyRecord, context: Context): Planned {
  const reading = readScorecard(record, context);
  const { scorecard, profile, profileVersion, blocker, isEmpty } = reading;
  const { type } = scorecard;
  if (profileVersion === null || isEmpty || type === null)
    return { reason: blocker?.message ?? say.NO_SCORECARD };
  const to = currentProfile(context, type);
  if (to === null) return { reason: profileUnpublished(partnerTypeLabel(type)) };
  const key = versionKey(to);
  if (key === profileVersion) return { reason: say.IS_SO_ALREADY, isSoAlready: true };
  const refusal = refusalToTakeOver(reading, to, context);
  if (refusal !== null) return { reason: refusal.message };
  const asOf = today(context);
  const before = blocker === null ? laneByProfile(scorecard, profile, asOf) : storedLane(record);
  const after = laneByProfile(scorecard, to, asOf);
  return {
    seen: { kind: 'take-over', from: profileVersion, to: key, after },
    lines: [
      say.profileLine(versionInWords(profileVersion), versionInWords(key)),
      laneChange(shownLane(before), shownLane(after)),
    ],
  };
}
