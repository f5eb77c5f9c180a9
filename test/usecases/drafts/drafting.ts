import type { DraftEdit, DraftMark, DraftToKeep } from '../../../src/contract/drafts.ts';
import type { Operations } from '../../../src/contract/operations.ts';
import type { FieldValue } from '../../../src/icp/fields.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { runOperation } from '../../../src/usecases/answer-call.ts';
import { jane } from '../scorecard/scoring.ts';

/** The HubSpot user of Jane. */
export const JANE = '11';

/** Edits of fields that nobody had filled in when they were typed. */
export function typed(values: Readonly<Record<string, FieldValue>>): Record<string, DraftEdit> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { seen: null, value, since: null }]),
  );
}

/** The app as a card calls it, for one company. */
export function draftsOf(context: Context, companyId: string) {
  const run = <Name extends keyof Operations>(name: Name, input: object) =>
    runOperation(name, () => context, { companyId, ...input });
  return {
    /** Jane's card writes what is unsaved. */
    keep: (
      session: string,
      sequence: number,
      edits: Record<string, DraftEdit>,
      more: Partial<DraftToKeep> = {},
    ) =>
      run('keep-draft', {
        ...{ user: JANE, by: jane, type: 'technology', session, sequence, edits, took: [] },
        ...more,
      }),
    discard: (marks: readonly DraftMark[], user = JANE) => run('discard-draft', { user, marks }),
    /** What Jane is offered, by field. */
    offered: async (user = JANE) => {
      const { draft } = await run('load-scorecard', { user });
      return Object.fromEntries(Object.entries(draft?.edits ?? {}).map(([name, { value }]) => [name, value]));
    },
    load: (user = JANE) => run('load-scorecard', { user }),
    find: (user: string) => run('find-drafts', { user }),
    save: (
      changes: Readonly<Record<string, { seen: FieldValue; value: FieldValue }>>,
      drafts?: { session: string; sequence: number; edited: readonly string[]; took?: readonly DraftMark[] },
      by = jane,
    ) =>
      run('save-scorecard', {
        ...{ changes, by },
        ...(drafts !== undefined && { drafts: { user: JANE, took: [], ...drafts } }),
      }),
    clear: (drafts: { session: string; sequence: number }) =>
      run('clear-scorecard', { by: jane, drafts: { user: JANE, took: [], edited: [], ...drafts } }),
  };
}
