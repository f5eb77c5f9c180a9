import { dayInWords } from '../../icp/day-in.ts';
import { decisionLabel } from '../../icp/decision.ts';
import { partnerTypeLabel } from '../../icp/partner-types.ts';
import { RANK_GROUPS, RANK_GROUP_LABELS } from '../../icp/ranking.ts';
import {
  AGAINST_CHECKS,
  askAgain,
  changedOutside,
  decidedBy,
  decisionInQuarter,
} from '../../messages/decisions.ts';
import {
  NOBODY_QUEUED,
  NOBODY_WAITS,
  NOTHING_DECIDED_IN_QUARTER,
  SEARCH_LAGS,
  SLOTS_OVER,
  basisMoved,
  notReadCount,
  pageOfQuarter,
  unknownDecision,
} from '../../messages/meeting.ts';
import { amount } from '../amount.ts';
import { nameWithId } from '../names.ts';
import { type Block, type Entry, type MeetingPage, type PageSection, sentences } from './page.ts';
import type { QuarterDecision } from './read-decisions.ts';
import type { QuarterRecord, WaitingPartner } from './read-quarter.ts';

/** The page of a quarter: its slots, what was decided, who comes next and who waits. Pure. */
export function quarterPage(record: QuarterRecord): MeetingPage {
  const { quarter, asOf, slots, decisions, waiting, left, incomplete } = record;
  return {
    title: quarter,
    about: pageOfQuarter(dayInWords(asOf)),
    sections: [
      {
        heading: 'Deep slots',
        blocks: [...sentences([slots.text], true), ...sentences([slots.isOver ? SLOTS_OVER : ''])],
      },
      section('Decisions', decisions.map(decisionEntry), NOTHING_DECIDED_IN_QUARTER),
      section('Changed since the decision', decisions.flatMap(movedSentence)),
      section('To decide, best first', queueBlocks(record), NOBODY_QUEUED),
      section('Waiting', sentences(waiting.map(waitingSentence)), NOBODY_WAITS),
      section(
        'Not read',
        left.length + incomplete.length === 0
          ? []
          : sentences([
              left.length > 0 ? notReadCount(amount(left.length, 'company', 'companies')) : '',
              incomplete,
              ...left.map(({ companyId, reason }) => `record ${companyId}: ${reason}`),
            ]),
      ),
      { heading: 'About this page', blocks: sentences([SEARCH_LAGS]) },
    ].filter(({ blocks }) => blocks.length > 0),
  };
}

function section(heading: string, blocks: readonly Block[], none = ''): PageSection {
  return { heading, blocks: blocks.length > 0 ? blocks : sentences([none]) };
}

function decisionEntry(decided: QuarterDecision): Entry {
  const { companyName, companyId, decision, stored, by, on, basis, reason, askAgainOn } = decided;
  const label = decision === null ? stored : decisionLabel(decision);
  const against = decided.isAgainstChecks ? `, ${AGAINST_CHECKS}` : '';
  const { changedOutside: outside } = decided;
  return {
    kind: 'entry',
    term: `${nameWithId(companyName, companyId)}: ${label}${against}`,
    prose: reason,
    remarks: [
      ...(decision === null ? [unknownDecision(stored)] : []),
      decidedBy(by === '' ? 'Somebody' : by, on === null ? null : dayInWords(on), basis),
      ...(askAgainOn === null ? [] : [askAgain(dayInWords(askAgainOn))]),
      ...(outside === null ? [] : [changedOutside(outside.who, dayInWords(outside.on))]),
    ],
  };
}

/** A partner of which something else would be decided on now. */
function movedSentence({ companyName, basis, basisNow }: QuarterDecision) {
  return basis === '' || basisNow === null || basisNow === basis
    ? []
    : sentences([`${companyName}: ${basisMoved(basis, basisNow)}`]);
}

function queueBlocks({ queue }: QuarterRecord): Block[] {
  return RANK_GROUPS.flatMap((group): Block[] => {
    const members = queue.filter((place) => place.group === group);
    if (members.length === 0) return [];
    return [
      {
        kind: 'table',
        caption: `${RANK_GROUP_LABELS[group]}, ${members.length}`,
        columns: [
          { title: 'Place', isNumber: true },
          { title: 'Partner' },
          { title: 'Verdict, and why it stands here' },
        ],
        rows: members.map(({ rank, why, candidate }) => [
          String(rank),
          [
            nameWithId(candidate.companyName, candidate.companyId),
            partnerTypeLabel(candidate.type),
            ...(candidate.earlier === null
              ? []
              : [decisionInQuarter(decisionLabel(candidate.earlier.decision), candidate.earlier.quarter)]),
          ].join(' · '),
          [`${candidate.headline}.`, why, candidate.next === '' ? '' : `Next: ${candidate.next}`]
            .join(' ')
            .trim(),
        ]),
      },
    ];
  });
}

function waitingSentence({ companyName, decision, quarter, askAgainOn, isDue }: WaitingPartner): string {
  const when = askAgainOn === null ? 'No day is set.' : askAgain(dayInWords(askAgainOn));
  const due = isDue ? ' That day has come.' : '';
  return `${companyName}: ${decisionInQuarter(decisionLabel(decision), quarter)}. ${when}${due}`;
}
