import * as z from 'zod';

import type { SignedPerson } from '../contract/signed-person.ts';
import { OTHER_PERSON } from '../messages/server.ts';
import { Refused } from './refused.ts';

/** Where inputs of operations name who acts: by address, or by HubSpot's id. */
const Naming = z.object({
  by: z.string().optional(),
  user: z.string().optional(),
  drafts: z.object({ user: z.string() }).optional(),
});

/**
 * Refuses an input that names another person than the one who calls.
 *
 * @throws Refused `not-allowed`, naming the field
 */
export function requirePerson(input: unknown, { userId, email }: SignedPerson): void {
  const { by, user, drafts } = Naming.catch({}).parse(input);
  if (by !== undefined && by.toLowerCase() !== email.toLowerCase()) throw other('by');
  if (user !== undefined && user !== userId) throw other('user');
  if (drafts !== undefined && drafts.user !== userId) throw other('drafts.user');
}

function other(field: string): Refused {
  return new Refused('not-allowed', OTHER_PERSON, { field });
}
