import type { PolicyHome } from '../../../src/contract/policy-home.ts';
import type { EntryKind } from '../../../src/icp/kept-entry.ts';
import { homeInCrm } from '../../../src/crm/policy-home.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { aroundCalls } from '../../around-calls.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { newHomeInTables, openInTables } from './both-homes.ts';

/** A portal with a home that can be set back, and be seen by processes that know nothing of it yet. */
export interface Stage {
  context: Context;
  /** @param before happens right before each call, also of the home; it gets 1 for the first */
  another: (before?: (count: number) => Promise<unknown>) => Context;
  /** Keeps what stands in the home now. @returns a function that brings it back */
  keep: () => Promise<() => Promise<void>>;
  close: () => Promise<void>;
}

type Options = Parameters<typeof openPortal>[0];

async function stageInCrm(options: Options): Promise<Stage> {
  const { context, app, sandbox, close } = await openPortal({ ...options, home: true });
  return {
    ...{ context, close },
    another: (before = () => Promise.resolve()) => {
      const crm = aroundCalls(
        app,
        () => true,
        'before',
        (_request, count) => before(count),
      );
      return { ...context, crm, policy: keepPolicy(), home: homeInCrm(crm, context.installation) };
    },
    keep: () => {
      const saved = sandbox.portal.dump();
      const restore = () => {
        sandbox.portal.restore(saved);
        return Promise.resolve();
      };
      return Promise.resolve(restore);
    },
  };
}

const KINDS: readonly EntryKind[] = ['policy', 'profile', 'profile-draft'];

/** Entries of the log are never deleted: what was kept comes back as the home of another portal. */
async function stageInTables(options: Options): Promise<Stage> {
  const { context, app, close }: Portal = await openInTables(options);
  let { home } = context;
  return {
    ...{ context, close },
    another: (before = () => Promise.resolve()) => {
      let count = 0;
      const next = () => before((count += 1));
      const crm = aroundCalls(app, () => true, 'before', next);
      return { ...context, crm, policy: keepPolicy(), home: aroundHome(home, next) };
    },
    keep: async () => {
      const kept = (await Promise.all(KINDS.map((kind) => home.list(kind)))).flatMap((some) => some ?? []);
      return async () => {
        home = await newHomeInTables();
        for (const { isIntact: _, ...entry } of kept)
          await (entry.kind === 'profile-draft' ? home.put(entry) : home.insert(entry));
      };
    },
  };
}

function aroundHome(home: PolicyHome, before: () => Promise<unknown>): PolicyHome {
  const around: PolicyHome = {
    ...home,
    inBulk: () => around,
    read: async (keys) => (await before(), home.read(keys)),
    insert: async (entry) => (await before(), home.insert(entry)),
    put: async (entry) => (await before(), home.put(entry)),
    remove: async (keys) => (await before(), home.remove(keys)),
    list: async (kind) => (await before(), home.list(kind)),
  };
  return around;
}

export const STAGES: readonly (readonly [string, (options: Options) => Promise<Stage>])[] = [
  ['in a custom object', stageInCrm],
  ['in tables', stageInTables],
];
