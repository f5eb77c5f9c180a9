import type { Rating } from '../../../src/icp/ratings.ts';
import { type Company, now } from './company-in-portal.ts';
import { openCardOf } from './open-card.tsx';

export const JANE = { id: 11, email: 'jane@example.com' };

let runs = 0;

/** A run of the card whose clock only the test moves on. */
export function runOfCard() {
  const waiting = new Set<{ ms: number; act: () => void }>();
  runs += 1;
  return {
    now,
    session: `run-${runs}`,
    after: (ms: number, act: () => void) => {
      const timer = { ms, act };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
    /** Lets what waits so long at most happen. */
    pass: (most: number) => {
      for (const timer of [...waiting]) if (timer.ms <= most && waiting.delete(timer)) timer.act();
    },
  };
}

/** Opens the card as Jane, or somebody else, with what it asks for to be kept. */
export async function openDrafting(company: Company, user = JANE) {
  const run = runOfCard();
  const card = await openCardOf(company, { run, user });
  const { calls, settled } = card.fn;
  await settled();
  /** What each write of a draft said, by field. */
  const drafts = () =>
    calls.flatMap(({ input: { edits } }) =>
      edits === undefined
        ? []
        : [Object.fromEntries(Object.entries(edits).map(([name, { value }]) => [name, value]))],
    );
  const asked = () => calls.map(({ operation }) => operation).slice(2);
  /** Holds back the answer to the next call until it is let go. */
  const hold = () => {
    let letGo = () => {};
    const free = new Promise<void>((resolve) => (letGo = resolve));
    card.fn.next(async (call) => {
      await free;
      return company.answer(call);
    });
    return letGo;
  };
  return { ...card, run, drafts, asked, hold, settled };
}

/** Jane rated strategic fit and left; she opens the card again. */
export async function openDraftingAgain(company: Company, rating: Rating = 3) {
  const first = await openDrafting(company);
  first.rate({ strategic_fit: rating });
  await first.settled();
  return openDrafting(company);
}
