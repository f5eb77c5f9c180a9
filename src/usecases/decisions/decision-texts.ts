import type { DecisionTexts } from '../../contract/record-texts.ts';
import type { ScorecardRecord } from '../../contract/scorecard-record.ts';
import { dayInWords } from '../../icp/day-in.ts';
import { decisionLabel, isAgainstChecks } from '../../icp/decision.ts';
import { kindReply } from '../../icp/kind-no.ts';
import { plainLine } from '../../icp/visible-text.ts';
import {
  AGAINST_CHECKS,
  askAgain,
  changedOutside,
  decidedBy,
  decisionInQuarter,
  unknownDecision,
} from '../../messages/decisions.ts';
import { personText, whoText } from '../../messages/people.ts';

type Untold = Omit<ScorecardRecord, 'texts'>;

/** What there is to say of a decision as it is stored. */
export function decisionTexts(record: Untold): DecisionTexts {
  const { decision: stored, verdict, scorecard, profile, trail, asOf } = record;
  const { decision, quarter, reason, by, on, basis, askAgainOn, changedOutside: outside } = stored;
  const isTurnedDown = verdict?.lane === 'fast' || verdict?.lane === 'pass';
  // a day that has passed promises nothing
  const askOn = [askAgainOn, trail.reviewDue].find((day) => day !== null && day > asOf) ?? null;
  const reply = isTurnedDown ? kindReply(scorecard, profile, askOn) : '';
  if (decision === null) {
    const value = plainLine(stored.stored.decision);
    return { title: '', sentences: value === '' ? [] : [unknownDecision(value)], reply };
  }
  const against = isAgainstChecks(stored) ? [AGAINST_CHECKS] : [];
  const who = by === '' ? 'Somebody' : personText(by, record);
  return {
    title: [decisionInQuarter(decisionLabel(decision), quarter), ...against].join(', '),
    sentences: [
      decidedBy(who, on === null ? null : dayInWords(on), basis),
      ...(reason === '' ? [] : [reason]),
      ...(askAgainOn === null ? [] : [askAgain(dayInWords(askAgainOn))]),
      ...(outside === null ? [] : [changedOutside(whoText(outside, record), dayInWords(outside.on))]),
    ],
    reply,
  };
}
