import { expectedOf, expectedOfKept, toldBy } from './journal.ts';
import { walk } from './walk.ts';

test('every entry is what was done, by whom and why, where HubSpot keeps all of it; an undo restores exactly', async () => {
  for (const { journal, history, historyCutTo20 } of await walk('all', {
    seed: 15,
    companies: 8,
    acts: 250,
  })) {
    const cut = toldBy(historyCutTo20);

    expect(toldBy(history)).toEqual(expectedOf(journal));
    expect(history.isCut).toBe(false);
    expect(cut).toEqual(expectedOfKept(journal, cut));
  }
});

test('where HubSpot keeps 20 entries every entry that is left is what was done, and an undo restores exactly', async () => {
  for (const { journal, history } of await walk(20, { seed: 27, companies: 3, acts: 250 })) {
    const told = toldBy(history);

    expect(told).toEqual(expectedOfKept(journal, told));
    expect(history.isCut).toBe(true);
  }
});
