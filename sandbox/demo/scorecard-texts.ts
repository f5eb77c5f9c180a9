import type { Random } from './random.ts';
import type { Filled } from './step.ts';

/** What people wrote behind a rating that needs evidence. */
export function evidence(random: Random, sharedCustomers: number): Filled {
  return {
    customer_overlap_evidence: random.pick([
      `${sharedCustomers} shared customers by account mapping. Three lost deals name them.`,
      `Account lists compared: ${sharedCustomers} use both. Support hears of the manual export weekly.`,
      `${sharedCustomers} customers in common; five described the same copy-and-paste work.`,
    ]),
    distribution_reach_evidence: random.pick([
      `Curated directory; ${random.whole(90, 400)} installs in 90 days for a comparable integration.`,
      'Listed by category with reviews. A comparable integration brought 60 sign-ups a quarter.',
      'Their success team recommends integrations in onboarding; usage figures were shown to us.',
    ]),
    technical_readiness_evidence: random.pick([
      'Docs and sandbox opened, first call worked within the hour.',
      'Developer portal with keys on sign-up; changelog has an entry of this month.',
      'Sandbox account given; their solution engineer confirmed the way to production.',
    ]),
  };
}

const CLEAR_NOTES: Readonly<Record<string, readonly [string, string]>> = {
  vanity_logo: [
    'Usage figures seen: most of the shared customers log in weekly.',
    'Active accounts counted from both sides, not logos.',
  ],
  competitor_in_disguise: [
    'Workflow mapped step by step: they start where we end.',
    'No step is done by both products; their roadmap was shown.',
  ],
  single_prospect_request: [
    'Asked in several deals and two renewals.',
    'Requests counted over a year: no two from one company.',
  ],
  dead_api: ['Docs, sandbox and changelog inspected.', 'Sandbox call made, changelog read back a year.'],
  enthusiastic_contact: [
    'A named owner, a program with a budget, the process sent in writing.',
    'Sponsor met; the partner program has run for years.',
  ],
};

export const CHECK_FIELDS = Object.keys(CLEAR_NOTES);

/** Checks called clear, each with a note. */
export function clearChecks(random: Random, checks: readonly string[]): Filled {
  const answers = checks.map((check) => [
    [`check_${check}`, 'clear'],
    [`check_${check}_note`, random.pick(CLEAR_NOTES[check] ?? ['Looked at.'])],
  ]);
  return Object.fromEntries(answers.flat()) as Filled;
}

const FLAG_NOTES: Readonly<Record<string, string>> = {
  vanity_logo: 'The logo is everywhere, but only four shared customers logged in last month.',
  competitor_in_disguise: 'Two of three steps of the workflow are done by both products.',
  single_prospect_request: 'Every request goes back to the same customer.',
  dead_api: 'The last entry of the changelog is two years old, and the sandbox answers 500.',
  enthusiastic_contact: 'No owner beside the one champion, and no program.',
};

export function flaggedCheck(check: string): Filled {
  return { [`check_${check}`]: 'flagged', [`check_${check}_note`]: FLAG_NOTES[check] ?? '' };
}
