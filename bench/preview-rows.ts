import { type PortfolioCard, laneByProfile } from '../src/icp/portfolio-card.ts';
import { previewProfile } from '../src/icp/preview.ts';
import { presetsFor, withPreset } from '../src/icp/presets.ts';
import { technology } from '../src/icp/profiles/technology.ts';
import { randomScorecards } from './random-scorecards.ts';
import { percentile } from './rounds.ts';
import { type Row, atMostRow } from './row.ts';

const AS_OF = '2026-11-22';
const COMPANIES = 10_000;
const ROUNDS = 5;

/** The own time of a preview: judging the portfolio by two profiles, moves, nearest and sensitivity. No calls. */
export function previewRows(): Row[] {
  const [, retention] = presetsFor('technology');
  const draft = retention === undefined ? technology : withPreset(technology, retention);
  const complete = randomScorecards(technology, COMPANIES * 0.8, 0);
  const scorecards = [...complete, ...randomScorecards(technology, COMPANIES * 0.2, 2)];
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    const cards = scorecards.map((scorecard, index): PortfolioCard => ({
      companyId: `${index}`,
      companyName: `Partner ${index}`,
      profileVersion: 'technology@0',
      scorecard,
      before: laneByProfile(scorecard, technology, AS_OF),
    }));
    const preview = previewProfile(draft, cards, AS_OF);
    if (preview.scorecards !== COMPANIES) throw new Error('a scorecard is missing');
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  const what = `preview over ${COMPANIES.toLocaleString('en')} scorecards, with sensitivity`;
  return [atMostRow(what, percentile(times, 0.5), 'ms', 1_000)];
}
