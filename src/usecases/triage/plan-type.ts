import type { TriageAct } from '../../contract/triage.ts';
import { type CompanyRecord, textOf } from '../../crm/company-record.ts';
import { encodeField } from '../../crm/scorecard-codec.ts';
import { partnerTypeLabel } from '../../icp/partner-types.ts';
import {
  CONFIRM_FIELD,
  TYPE_FIELD,
  type TypeChange,
  setBy,
  typeChange,
  typeStep,
} from '../../icp/type-change.ts';
import { fromTo } from '../../messages/history.ts';
import * as say from '../../messages/triage.ts';
import type { Context } from '../context.ts';
import { fieldShapes } from '../history/field-shapes.ts';
import { type Wording, labelOf, valueText } from '../history/history-texts.ts';
import { type Judgement, isRated, judge, readScorecard } from '../scorecard/judge.ts';
import { planSave } from '../scorecard/plan-save.ts';
import { type Planned, laneChange, shownLane } from './company-plan.ts';

type TypeAct = Extract<TriageAct, { type: unknown }>;

/**
 * What setting a type does to a company, as a save of the card would: with every field that a change of type reads.
 *
 * @throws Refused where nothing may be written to it
 */
export function planType(record: CompanyRecord, { kind, type }: TypeAct, context: Context): Planned {
  const reading = readScorecard(record, context);
  const { scorecard, blocker } = reading;
  if (scorecard.type === type)
    return blocker === null ? { reason: say.IS_SO_ALREADY, isSoAlready: true } : { reason: blocker.message };
  if (kind === 'start') {
    const why = whyNotStarted(record, judge(reading, context));
    if (why !== null) return { reason: why };
  }
  const asked = { seen: scorecard.type, value: type };
  const isChange = typeStep(reading, asked, context).kind === 'change';
  const named = isChange ? typeChange(scorecard) : {};
  const changes = { ...named, [TYPE_FIELD]: asked };
  const { judgement } = planSave(record, changes, { by: '', isReview: false }, context);
  const before = shownJudgement(judge(reading, context));
  const after = shownJudgement(judgement);
  const wording = { shapes: fieldShapes(context.profiles), names: new Map(), zone: record.zone };
  const isJudged = before !== say.NOT_JUDGED_YET || after !== say.NOT_JUDGED_YET;
  return {
    seen: { kind: 'type', changes },
    lines: [
      say.typeLine(
        scorecard.type === null ? say.NO_TYPE_YET : partnerTypeLabel(scorecard.type),
        partnerTypeLabel(type),
      ),
      ...(isJudged ? [laneChange(before, after)] : []),
      ...confirmations(named, wording),
    ],
    losses: lossesOf(record, named, wording),
    isReplacing: isChange && isRated(reading),
  };
}

/** A start gives a type to a company that has none and no ratings: it never changes how something is judged. */
function whyNotStarted({ texts }: CompanyRecord, { scorecard, state }: Judgement): string | null {
  if (scorecard.type !== null) return say.hasType(partnerTypeLabel(scorecard.type));
  const text = textOf(texts, TYPE_FIELD);
  if (text !== null) return say.unknownType(text.slice(0, 40));
  return state === 'never-scored' || state === 'unrated' || state === 'not-installed'
    ? null
    : say.RATED_UNTYPED;
}

function shownJudgement({ verdict }: Judgement): string {
  return verdict === null ? say.NOT_JUDGED_YET : shownLane(verdict);
}

/** Ratings that the other type does not take over, and checks that open again. */
function lossesOf({ texts }: CompanyRecord, named: TypeChange, wording: Wording): string[] {
  return [...setBy(named)].flatMap(([field, value]) => {
    if (field === CONFIRM_FIELD) return [];
    const text = (stored: string) => valueText(field, stored, wording);
    return [`${labelOf(field, wording)}: ${fromTo(text(texts[field] ?? ''), text(encodeField(value)))}`];
  });
}

function confirmations(named: TypeChange, wording: Wording): string[] {
  const waiting = setBy(named).get(CONFIRM_FIELD);
  if (!Array.isArray(waiting)) return [];
  return [say.toConfirm(waiting.map((key) => labelOf(String(key), wording)).join(', '))];
}
