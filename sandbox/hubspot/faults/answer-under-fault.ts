import type { Request } from 'express';
import type { Answer } from '../http/call.ts';
import { isJsonObject } from '../http/json.ts';
import { type Portal, typeStoreOf } from '../portal/portal.ts';
import { editRecords } from './edit-record.ts';
import type { LateDefinition } from './fault.ts';
import type { TakenFaults } from './faults.ts';
import { splitBatch, withInputError } from './input-error.ts';
import type { SkewedClock } from './skewed-clock.ts';

/**
 * Carries a call out with what its faults change about that, and with the edits of somebody else around it.
 *
 * @param answer carries the call out for an account, with the body that the request has by then
 */
export function answerUnderFault(
  portal: Portal,
  clock: SkewedClock,
  { edits, fault }: TakenFaults,
  request: Request,
  answer: (portal: Portal) => Answer,
): Answer {
  for (const edit of edits) if (edit.when === 'before') editRecords(portal, request, edit);
  const answered = answerAlone(portal, clock, fault, request, answer);
  const isDone = answered.status < 300;
  for (const edit of edits) if (isDone && edit.when === 'after') editRecords(portal, request, edit);
  return answered;
}

function answerAlone(
  portal: Portal,
  clock: SkewedClock,
  fault: TakenFaults['fault'],
  request: Request,
  answer: (portal: Portal) => Answer,
): Answer {
  switch (fault?.kind) {
    case 'skew':
      return clock.during(fault.ms, () => answer(portal));
    case 'ignored':
      return answer({ ...portal, ignoresUpdates: true });
    case 'late': {
      const answered = answer(portal);
      listLate(portal, fault, request, answered);
      return answered;
    }
    case 'input-error': {
      const split = splitBatch(fault, request.body);
      if (split === undefined) return answer(portal);
      request.body = split.others;
      const answered = split.others === undefined ? undefined : answer(portal);
      return withInputError(portal, answered, fault, split.failed);
    }
    default:
      return answer(portal);
  }
}

/** Keeps the properties that a call made out of reads of definitions. */
function listLate(
  portal: Portal,
  { ms = 0, reads = 0 }: LateDefinition,
  request: Request,
  { status, body }: Answer,
): void {
  const objectType = request.params['objectType'];
  if (status >= 300 || typeof objectType !== 'string' || !isJsonObject(body)) return;
  const made: readonly unknown[] = Array.isArray(body['results']) ? body['results'] : [body];
  const { late } = typeStoreOf(portal, objectType).properties;
  const until = portal.now().getTime() + ms;
  for (const each of made)
    if (isJsonObject(each) && typeof each['name'] === 'string') late.set(each['name'], { until, reads });
}
