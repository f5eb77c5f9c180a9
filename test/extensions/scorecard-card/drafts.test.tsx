import { type Portal, openPortal } from '../../portal.ts';
import { type Values, createCompany, now } from './company-in-portal.ts';
import { openCardOf } from './open-card.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({ home: true, now });
});
afterAll(() => portal.close());

const JANE = { id: 11, email: 'jane@example.com' };
let runs = 0;

/** A run of the card whose clock only the test moves on. */
function runOfCard() {
  const waiting = new Set<{ ms: number; act: () => void }>();
  runs += 1;
  return {
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

const newCompany = (values?: Values) => createCompany(values, { portal });
type Company = Awaited<ReturnType<typeof newCompany>>;

async function open(company: Company, user = JANE) {
  const run = runOfCard();
  const card = await openCardOf(company, { run, user });
  const written = () => card.fn.calls.filter(({ operation }) => operation === 'keep-draft').length;
  /** All that was asked for is answered. */
  const settled = () => new Promise((resolve) => setTimeout(resolve, 60));
  return { ...card, run, written, settled };
}

test('a rating is kept at once, and offered when the record is opened again', async () => {
  const company = await newCompany();
  const first = await open(company);
  first.rate({ strategic_fit: 4 });
  await first.waitFor(() => expect(first.written()).toBeGreaterThan(0));
  await first.settled();

  const again = await open(company);

  expect(again.alerts().join()).toMatch(/^1 unsaved change from today \d\d:\d\d$/);
  expect(again.words()).toContain('Strategic fit.');
  expect(again.chosen('strategic_fit')).toBe('unknown');
  again.click('Continue');
  await again.waitFor(() => expect(again.chosen('strategic_fit')).toBe('4'));
  expect(again.tags()).toContain('1 unsaved');
  expect(again.alerts()).toEqual([]);
});
