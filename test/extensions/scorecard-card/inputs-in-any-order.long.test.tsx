import fc from 'fast-check';

import type { Ready } from '../../../extensions/scorecard-card/state/card-state.ts';
import { conflictsOf, shownValue } from '../../../extensions/scorecard-card/state/drafts.ts';
import { savable } from '../../../extensions/scorecard-card/state/type-choice.ts';
import type { FieldKind, FieldValue } from '../../../src/icp/fields.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import { type Company, createCompany } from './company-in-portal.ts';
import { HOSTS, type Host, drawInputs } from './drawn-inputs.tsx';

type Page = Awaited<ReturnType<typeof drawInputs>>;

const ON_INPUT = ['type', 'type', 'type', 'leave', 'pick', 'theirs'] as const;
const ON_CARD = [
  'undo',
  'discard',
  'reload',
  'take',
  'keep',
  'agree',
  'keep-type',
  'confirm',
  'clear',
  'undo-save',
] as const;
type CardAct = (typeof ON_CARD)[number];

/** What a person or somebody else does. `nth` picks one of the inputs that are there. */
type Step =
  | { act: (typeof ON_INPUT)[number]; nth: number; letters: string; rating: number }
  | { act: CardAct | 'save' }
  | { act: 'type-of'; type: PartnerType };

const onInput = fc.record({
  act: fc.constantFrom(...ON_INPUT),
  nth: fc.nat(60),
  letters: fc.constantFrom('A', 'B', '7'),
  rating: fc.integer({ min: 1, max: 5 }),
});
const onCard = fc.record({
  act: fc.constantFrom(...ON_CARD, 'undo' as const, 'save' as const, 'save' as const),
});
const onType = fc.record({
  act: fc.constant('type-of' as const),
  type: fc.constantFrom<PartnerType>('reseller', 'solution', 'technology'),
});
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: onInput },
    { weight: 4, arbitrary: onCard },
    { weight: 1, arbitrary: onType },
  ),
  { minLength: 8, maxLength: 30, size: 'max' },
);

const SCORED = {
  ...{ partner_type: 'reseller', people: 4, company_alignment: 4, role_criteria: 4, market_access: 5 },
  ...{ people_evidence: 'Met', role_criteria_evidence: 'Two demos', check_vanity_logo: 'clear' },
};

const ready = (page: Page) => page.session.read() as Ready;

async function take(page: Page, company: Company, step: Step): Promise<void> {
  const { session } = page;
  const conflict = conflictsOf(savable(ready(page)))[0]?.field.name;
  switch (step.act) {
    case 'type':
    case 'leave':
    case 'pick':
    case 'theirs':
      return onInputOf(page, company, step);
    case 'save':
      return saveAndCompare(page, company);
    case 'type-of':
      return session.pickType(step.type);
    default:
      await ACTS[step.act](session, conflict);
  }
}

const ACTS: Readonly<Record<CardAct, (session: Page['session'], conflict: string | undefined) => unknown>> = {
  undo: (session) => session.undo(),
  discard: (session) => session.discard(),
  reload: (session) => session.load(),
  take: (session, conflict) => conflict !== undefined && session.takeTheirs(conflict),
  keep: (session, conflict) => conflict !== undefined && session.keepMine(conflict),
  agree: (session) => session.agreeToType(),
  'keep-type': (session) => session.keepType(),
  confirm: (session) => session.stillHolds('people'),
  clear: (session) => session.clear(),
  'undo-save': async (session) => {
    await session.readHistory();
    const undo = (session.read() as Ready).history.history?.undo ?? null;
    if (undo !== null) await session.undoSave(undo.key);
  },
};

async function onInputOf(page: Page, company: Company, step: Extract<Step, { nth: number }>): Promise<void> {
  const names = [...page.shown().keys()];
  const name = names[step.nth % names.length] ?? '';
  const kind = ready(page).fields.find((field) => field.name === name)?.kind ?? 'prose';
  const isTyped = kind === 'prose' || kind === 'count';
  if (step.act === 'leave') return isTyped ? page.leave(name) : undefined;
  if (step.act === 'theirs') return company.edit({ [`ipp_${name}`]: theirs(kind, step) });
  if (isTyped) return page.type(name, step.letters);
  return page.pick(name, picked(kind, step));
}

function theirs(kind: FieldKind, { rating, letters }: { rating: number; letters: string }): string {
  if (kind === 'prose') return `theirs ${letters}`;
  if (kind === 'state') return ['open', 'clear', 'flagged'][rating % 3] ?? 'open';
  return kind === 'date' ? `2026-10-0${rating}` : String(rating);
}

function picked(kind: FieldKind, { rating }: { rating: number }): unknown {
  if (kind === 'state') return ['open', 'clear', 'flagged'][rating % 3];
  return kind === 'date' ? { year: 2026, month: 9, date: rating } : String(rating);
}

/** Of every edit that is unsaved no more, what was shown is stored. A change of type names further fields, as they were seen. */
async function saveAndCompare(page: Page, company: Company): Promise<void> {
  const before = page.shown();
  const edited = Object.keys(ready(page).edits);
  await page.session.save();
  const after = ready(page);
  if (after.failure !== null) return;
  const { scorecard } = await company.record();
  const unsaved = new Set(Object.keys(after.edits));
  for (const field of after.fields) {
    const { name, kind } = field;
    if (!edited.includes(name) || unsaved.has(name) || !before.has(name)) continue;
    expect([name, shownOf(kind, field.get(scorecard))]).toEqual([name, before.get(name)]);
  }
}

/** What an input shows of a value. */
function shownOf(kind: FieldKind, value: FieldValue): unknown {
  switch (kind) {
    case 'rating':
    case 'state':
      return String(value ?? 'unknown');
    case 'date': {
      if (typeof value !== 'string') return undefined;
      const [year = 0, month = 1, date = 1] = value.split('-').map(Number);
      return { year, month: month - 1, date };
    }
    default:
      return String(value ?? '');
  }
}

function expectShown(page: Page): void {
  const state = ready(page);
  for (const [name, shown] of page.shown()) {
    const kind = state.fields.find((field) => field.name === name)?.kind ?? 'prose';
    expect([name, shown]).toEqual([name, shownOf(kind, shownValue(state, name))]);
  }
}

/** The pick of the stored type takes back what the other type changed. */
const BACK_TO_STORED_TYPE: Step[] = [
  { act: 'type-of', type: 'technology' },
  { act: 'agree' },
  { act: 'type-of', type: 'reseller' },
];

test.each(HOSTS)(
  'after any steps every input shows the state, and what was shown is saved (%s)',
  async (host: Host) => {
    await fc.assert(
      fc.asyncProperty(steps, async (some) => {
        const company = await createCompany(SCORED);
        const page = await drawInputs(company, host);
        for (const step of some) {
          await take(page, company, step);
          await page.settled();
          expectShown(page);
        }
      }),
      { numRuns: 15, examples: [[BACK_TO_STORED_TYPE]] },
    );
  },
);
