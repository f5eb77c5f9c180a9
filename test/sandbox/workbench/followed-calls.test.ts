import fc from 'fast-check';
import type { CallEntry } from '../../../sandbox/workbench/pages/calls/call-entry.ts';
import { KEPT, readFrom, withFresh } from '../../../sandbox/workbench/pages/calls/followed-calls.ts';

const call = (id: number, ms: number | undefined): CallEntry => ({
  ...{ id, at: '2026-09-01T12:00:00Z', method: 'GET', path: '/', query: [], actor: 'a', scopes: [] },
  ...{ status: ms === undefined ? 0 : 200, fault: '', ms },
});

test('whatever arrives and is answered in between, reading on ends with the journal as it is, newest first', () => {
  // each step: how many calls arrive, and which of those under way are answered
  const steps = fc.array(fc.record({ arrive: fc.nat(4), answer: fc.array(fc.boolean(), { maxLength: 12 }) }));
  fc.assert(
    fc.property(steps, (all) => {
      let journal: CallEntry[] = [];
      let known: readonly CallEntry[] = [];
      for (const { arrive, answer } of all) {
        for (let count = 0; count < arrive; count++) journal.push(call(journal.length + 1, undefined));
        journal = journal.map((entry) => (answer[entry.id % 12] ? call(entry.id, 5) : entry));

        const after = readFrom(known);
        known = withFresh(known, after, after === undefined ? journal : journal.slice(after));

        expect(known).toEqual(journal.toReversed());
      }
    }),
  );
});

test('the newest 10,000 calls are kept', () => {
  const known = Array.from({ length: KEPT }, (_, index) => call(KEPT - index, 1));

  const next = withFresh(known, KEPT, [call(KEPT + 1, 1)]);

  expect(next).toHaveLength(10_000);
  expect([next[0]?.id, next.at(-1)?.id]).toEqual([KEPT + 1, 2]);
});
