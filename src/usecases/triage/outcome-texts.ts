import type { DecideAnswer } from '../../contract/decisions.ts';
import type { Conflict, SaveAnswer, ScorecardRecord } from '../../contract/scorecard-record.ts';
import { encodeField } from '../../crm/scorecard-codec.ts';
import { whoText } from '../../messages/people.ts';
import * as say from '../../messages/triage.ts';
import type { Context } from '../context.ts';
import { fieldShapes } from '../history/field-shapes.ts';
import { type Wording, labelOf, valueText } from '../history/history-texts.ts';

/** So many fields are named in a sentence. */
const NAMED = 3;

/** What somebody else changed since the preview, in one sentence. */
export function conflictText(answer: SaveAnswer | DecideAnswer, context: Pick<Context, 'profiles'>): string {
  const { conflicts } = answer;
  const wording = wordingOf(context);
  const telling = conflicts.filter(({ change }) => change !== null);
  const named = (telling.length > 0 ? telling : conflicts).slice(0, NAMED);
  const changes = named.map((conflict) => changeText(conflict, answer, wording)).join('; ');
  return conflicts.some(({ written }) => written)
    ? say.changedAfterWriting(changes)
    : say.changedSincePreview(changes);
}

function changeText(
  { field, found, change }: Conflict,
  record: Pick<ScorecardRecord, 'names'>,
  wording: Wording,
): string {
  const label = field === 'decision_basis' ? say.BASIS_LABEL : labelOf(field, wording);
  const who = change === null ? null : whoText(change, record);
  return say.nowReads(label, valueText(field, encodeField(found), wording), who);
}

/** What else there is to know of a save that went through. */
export function notesOf(
  answer: Pick<SaveAnswer, 'overwrote' | 'deals' | 'names'>,
  context: Pick<Context, 'profiles'>,
): string[] {
  const wording = wordingOf(context);
  const replaced = answer.overwrote.map(({ field, lost, change }) =>
    say.replacedOf(
      labelOf(field, wording),
      valueText(field, encodeField(lost), wording),
      whoText(change, answer),
    ),
  );
  return [...replaced, ...dealsNote(answer)];
}

export function notesOfDecision(answer: DecideAnswer): string[] {
  const { replaced } = answer;
  return [
    ...(replaced === null ? [] : [say.replacedDecision(whoText(replaced, answer))]),
    ...dealsNote(answer),
  ];
}

function dealsNote({ deals }: Pick<SaveAnswer, 'deals'>): string[] {
  return deals?.message == null ? [] : [deals.message];
}

function wordingOf({ profiles }: Pick<Context, 'profiles'>): Wording {
  return { shapes: fieldShapes(profiles), names: new Map(), zone: null };
}
