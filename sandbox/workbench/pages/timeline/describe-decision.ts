import type { Change, Property } from '../crm-objects.ts';
import type { ChangeGroup } from './change-groups.ts';
import type { Description, Wording } from './describe-write.ts';
import {
  ASK_AGAIN_ON,
  DECIDED_AT,
  DECISION,
  DECISION_BASIS,
  DECISION_QUARTER,
  DECISION_REASON,
} from './property-changes.ts';

/** Characters of a reason. The rest is in the properties. */
const LONGEST_REASON = 240;

/** Whether somebody decided with this write. Each decision has a new time, also the same one again. */
export function isDecision({ changes }: ChangeGroup): boolean {
  return changes.some(({ property, to }) => property.name === DECIDED_AT && to !== '');
}

/**
 * Describes a decision whole, also what stayed as it was before.
 *
 * @param history per property, newest first
 */
export function describeDecision(
  { at }: ChangeGroup,
  history: Readonly<Record<string, readonly Change[]>>,
  properties: readonly Property[],
  { valueText }: Wording,
): Description {
  const textOf = (name: string) => {
    const value = standingAt(history[name] ?? [], at);
    const property = properties.find((each) => each.name === name);
    return property === undefined || value === '' ? '' : valueText(property, value);
  };
  const [quarter, reason, basis] = [
    textOf(DECISION_QUARTER),
    textOf(DECISION_REASON),
    textOf(DECISION_BASIS),
  ];
  const askAgain = textOf(ASK_AGAIN_ON);
  const alongside = [
    ...(reason === '' ? [] : [`Reason: ${shortened(reason)}`]),
    ...(basis === '' ? [] : [`Rested on ${basis}`]),
    ...(askAgain === '' ? [] : [`Ask again on ${askAgain}`]),
  ];
  const headline = `Decided: ${textOf(DECISION)}${quarter === '' ? '' : ` in ${quarter}`}`;
  return { kind: 'decision', headline, cause: '', changes: [], alongside };
}

/** The value at that time; empty where it was cleared or never set. */
function standingAt(changes: readonly Change[], at: string): string {
  const moment = Date.parse(at);
  return changes.find(({ at: since }) => Date.parse(since) <= moment)?.value ?? '';
}

function shortened(text: string): string {
  return text.length <= LONGEST_REASON ? text : `${text.slice(0, LONGEST_REASON).trimEnd()}…`;
}
