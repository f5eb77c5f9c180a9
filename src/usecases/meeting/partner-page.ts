import type { ScorecardRecord } from '../../contract/scorecard-record.ts';
import { dayInWords } from '../../icp/day-in.ts';
import { dimensionPoints } from '../../icp/dimension-points.ts';
import { evidenceFor } from '../../icp/evidence.ts';
import { factsText } from '../../icp/facts-in-words.ts';
import { partnerTypeLabel } from '../../icp/partner-types.ts';
import { type Dimension, MAX_TOTAL, minimumOf } from '../../icp/profile.ts';
import { pointsOf } from '../../icp/causes.ts';
import { ratingOf } from '../../icp/ratings.ts';
import { CHECK_STATE_LABELS, checkAnswer, isBlank } from '../../icp/scorecard.ts';
import { marginSentences, unblockSentences } from '../../icp/sentences.ts';
import { type Suspicion, suspicions } from '../../icp/suspicions.ts';
import { waitingDimensions } from '../../icp/verdict.ts';
import { minimumToDeep, writtenFor } from '../../messages/cards.ts';
import {
  BASIS_SAME,
  NOTHING_DECIDED,
  NO_EVIDENCE,
  NO_NOTE,
  basisMoved,
  pageOfPartner,
  unknownDecision,
} from '../../messages/meeting.ts';
import { type Entry, type MeetingPage, type PageSection, type Table, sentences } from './page.ts';

/** The page of one partner: what it is judged by and on, and what was decided. Pure. */
export function partnerPage(record: ScorecardRecord): MeetingPage {
  const { profile, scorecard, asOf, companyName } = record;
  const type = partnerTypeLabel(scorecard.type ?? profile.type);
  const written = [ratings(record), checks(record), facts(record), margin(record)];
  const sections = record.state === 'never-scored' || record.state === 'not-installed' ? [] : written;
  return {
    title: companyName,
    about: `${type} · ${pageOfPartner(dayInWords(asOf))}`,
    sections: [verdict(record), decision(record), why(record), ...sections, judgedBy(record)].filter(
      ({ blocks }) => blocks.length > 0,
    ),
  };
}

function verdict({ verdict: judged, problems, texts }: ScorecardRecord): PageSection {
  const overrides = texts.override.filter(({ kind }) =>
    judged === null || judged.ratedCount === 0 ? kind !== 'in-force' : kind !== 'waits',
  );
  return {
    heading: 'Verdict',
    blocks: [
      ...sentences([judged?.headline ?? texts.words.nothingToExplain], true),
      ...sentences([
        judged?.next ?? '',
        ...overrides.flatMap(({ title, sentences: told }) => [`${title}.`.replace(/\.\.$/, '.'), ...told]),
        ...problems.map(({ message }) => message),
        // the first says what is the matter, the others what to press in the card
        ...texts.notices.map(({ title, sentences: [what = ''] }) => `${title}. ${what}`.trim()),
        texts.stored,
      ]),
    ],
  };
}

function decision({ decision: decided, texts }: ScorecardRecord): PageSection {
  const { title, sentences: told } = texts.decision;
  const { basis, basisNow, stored } = decided;
  if (title === '') {
    const isUnknown = decided.decision === null && stored.decision !== '';
    return {
      heading: 'Decision',
      blocks: sentences([isUnknown ? unknownDecision(stored.decision) : NOTHING_DECIDED]),
    };
  }
  const isMoved = basis !== '' && basisNow !== null && basisNow !== basis;
  const since = isMoved ? basisMoved(basis, basisNow) : basis === '' || basisNow === null ? '' : BASIS_SAME;
  return { heading: 'Decision', blocks: [...sentences([title], true), ...sentences([...told, since])] };
}

function why({ verdict: judged, scorecard, profile }: ScorecardRecord): PageSection {
  const causes = judged === null ? [] : judged.causes.map(({ text }) => text);
  const unblock = judged === null ? [] : unblockSentences(scorecard, profile, judged);
  return { heading: 'Why', blocks: sentences([...causes, ...unblock]) };
}

function margin({ verdict: judged, profile }: ScorecardRecord): PageSection {
  const changes = judged === null ? [] : marginSentences(profile, judged);
  return { heading: 'What would change it', blocks: sentences(changes) };
}

function ratings(record: ScorecardRecord): PageSection {
  const { profile } = record;
  return {
    heading: 'Ratings and evidence',
    blocks: [pointsTable(record), ...profile.dimensions.map((dimension) => evidence(dimension, record))],
  };
}

function pointsTable({ profile, scorecard, verdict: judged }: ScorecardRecord): Table {
  const number = (title: string) => ({ title, isNumber: true });
  const rows = profile.dimensions.map((dimension) => [
    dimension.label,
    String(ratingOf(scorecard.ratings, dimension.key) ?? 'unknown'),
    String(judged?.counted[dimension.key] ?? 'unknown'),
    String(dimension.weight),
    dimensionPoints(dimension, scorecard, profile),
  ]);
  const total = judged === null ? [] : [[`Total of ${MAX_TOTAL}`, '', '', '', pointsOf(judged)]];
  return {
    kind: 'table',
    caption: '',
    columns: [{ title: 'Question' }, ...['Rating', 'Counted', 'Weight', 'Points'].map(number)],
    rows: [...rows, ...total],
  };
}

function evidence({ key, label, rubric }: Dimension, record: ScorecardRecord): Entry {
  const { scorecard, profile, verdict: judged, writtenFor: others, lookAgain } = record;
  const rating = ratingOf(scorecard.ratings, key);
  const prose = evidenceFor(scorecard, key);
  const minimum = minimumOf(profile, key);
  const isBelow = minimum > 1 && (judged?.counted[key] ?? 0) < minimum;
  const other = others[`${key}_evidence`];
  return {
    kind: 'entry',
    term:
      rating === null ? `${label}: unknown` : `${label}: ${rating} of 5. ${rubric[rating - 1] ?? ''}`.trim(),
    prose: isBlank(prose) ? '' : prose,
    remarks: [
      ...(isBlank(prose) ? [NO_EVIDENCE] : []),
      ...(judged?.evidenceGaps.includes(key) === true ? ['Evidence missing.'] : []),
      ...(other === undefined ? [] : [`${writtenFor(partnerTypeLabel(other))}.`]),
      ...(waitingDimensions(scorecard, profile).includes(key) ? ['To be confirmed for this type.'] : []),
      ...(isBelow ? [minimumToDeep(minimum)] : []),
      ...(lookAgain[key] === undefined ? [] : [lookAgain[key]]),
    ],
  };
}

function checks(record: ScorecardRecord): PageSection {
  const { profile, scorecard, changes, asOf, evidenceDays, lookAgain, state } = record;
  const found: readonly Suspicion[] =
    state === 'judged'
      ? suspicions(scorecard, profile, scorecard.facts, changes, asOf, evidenceDays.inspection)
      : [];
  const blocks = profile.checks.map(({ key, label }): Entry => {
    const answer = checkAnswer(scorecard, key);
    const again = lookAgain[key];
    const reasons = found.filter(({ check }) => check === key).map(({ reason }) => reason);
    return {
      kind: 'entry',
      term: `${label}: ${CHECK_STATE_LABELS[answer.state]}`,
      prose: isBlank(answer.note) ? '' : answer.note,
      remarks: [
        ...(isBlank(answer.note) && answer.state !== 'open' ? [NO_NOTE] : []),
        ...new Set([...reasons, ...(again === undefined ? [] : [again])]),
      ],
    };
  });
  return { heading: 'Checks', blocks: blocks.length > 0 ? blocks : sentences([record.texts.words.noChecks]) };
}

function facts({ profile, scorecard }: ScorecardRecord): PageSection {
  const text = factsText(profile.facts, scorecard.facts);
  return { heading: 'Facts', blocks: profile.facts.length === 0 ? [] : sentences([`${capital(text)}.`]) };
}

function judgedBy({ profile, texts }: ScorecardRecord): PageSection {
  const { name, about, today } = texts.profile;
  return {
    heading: 'Judged by',
    blocks: sentences([`${profile.title}: ${name}.`, ...about, today, profile.origin]),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
