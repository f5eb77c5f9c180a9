import { openLog } from '../../../src/server/log.ts';
import { openWorker } from '../../../src/server/work/worker.ts';
import type { JobQueue } from '../../../src/store/job-queue.ts';

interface Piece {
  name: string;
}

/** A worker over a list, whose pauses end when the test says so. */
function openOver(names: readonly string[], atOnce: number) {
  const waiting = names.map((name) => ({ id: name, data: { name } }));
  const looked: number[] = [];
  const begun: string[] = [];
  const done: string[] = [];
  const ends = new Map<string, () => void>();
  const rings: (() => void)[] = [];
  const queue: JobQueue<Piece> = {
    ask: () => Promise.resolve(),
    take: () => {
      looked.push(waiting.length);
      return Promise.resolve(waiting.shift() ?? null);
    },
    done: ({ id }) => {
      done.push(id);
      return Promise.resolve();
    },
  };
  const worker = openWorker<Piece>({
    ...{ queue, atOnce, log: openLog('silent') },
    run: ({ name }) => {
      begun.push(name);
      return new Promise((resolve) => ends.set(name, resolve));
    },
    timer: (_ms, ring) => {
      rings.push(ring);
      return () => undefined;
    },
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (name: string) => {
    ends.get(name)?.();
    await turn();
  };
  const ask = (name: string) => waiting.push({ id: name, data: { name } });
  return { worker, looked, begun, done, rings, turn, end, ask };
}

test('takes as many pieces as it may at once, and the next one when one is done', async () => {
  const { worker, begun, done, turn, end } = openOver(['a', 'b', 'c'], 2);
  await turn();
  const first = [...begun];
  await end('a');

  expect(first).toEqual(['a', 'b']);
  expect(begun).toEqual(['a', 'b', 'c']);
  expect(done).toEqual(['a']);
  await Promise.all([worker.close(), end('b'), end('c')]);
});

test('looks once in a pause, however many pieces it may take', async () => {
  const { worker, looked, rings, turn } = openOver([], 16);
  await turn();
  rings.at(-1)?.();
  await turn();

  expect(looked).toEqual([0, 0]);
  await worker.close();
});

test('finds at once what it is woken for', async () => {
  const { worker, begun, turn, ask, end } = openOver([], 1);
  await turn();
  ask('a');
  worker.wake();
  await turn();

  expect(begun).toEqual(['a']);
  await Promise.all([worker.close(), end('a')]);
});

test('closes once what runs is done, and takes nothing more', async () => {
  const { worker, begun, done, turn, ask, end } = openOver(['a'], 2);
  await turn();
  const closed = worker.close();
  ask('b');
  worker.wake();
  await turn();
  const before = [...done];
  await end('a');
  await closed;

  expect(before).toEqual([]);
  expect(done).toEqual(['a']);
  expect(begun).toEqual(['a']);
});
