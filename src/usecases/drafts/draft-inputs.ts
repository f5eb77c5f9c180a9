import * as z from 'zod';

import type { DraftsOfSave } from '../../contract/drafts.ts';
import { DraftEdits, Marks, Sequence, Token, Type } from './draft-entry.ts';

/** Of a HubSpot user. In the private edition a claim, as the person is. */
export const User = z.union([Token, z.int().positive().transform(String)]);

/** What a save and an emptying say about the drafts of whoever does it. */
export const Drafts: z.ZodType<DraftsOfSave> = z.strictObject({
  ...{ user: User, session: Token, sequence: Sequence, took: Marks },
  edited: z.array(z.string().max(100)).max(200),
});

/** The inputs of the operations on drafts, beside the company and the person. */
export const KEEP = {
  user: User,
  type: Type,
  edits: DraftEdits,
  session: Token,
  sequence: Sequence,
  took: Marks,
};
export const DISCARD = { user: User, marks: Marks };
export const FIND = { user: User };
