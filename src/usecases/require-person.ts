import * as z from 'zod';

import type { SignedPerson } from '../contract/signed-person.ts';
import { NO_PERSON, OTHER_PERSON } from '../messages/server.ts';
import { Refused } from './refused.ts';

/** Where inputs of operations name who acts: by address, or by HubSpot's id. */
const Naming = z.looseObject({
  by: z.string().optional(),
  user: z.string().optional(),
  drafts: z.looseObject({ user: z.string() }).optional(),
});

/**
 * The input of an operation with the signed person as the one who acts.
 *
 * @param input as the operation's schema has read it
 * @returns the input; `by` is the address as HubSpot signed it, not as the caller spelled it
 * @throws Refused `not-allowed`, naming the field, for an input that names another person, or where HubSpot named nobody
 */
export function asPerson(input: unknown, { userId, email }: SignedPerson): unknown {
  const { data, success } = Naming.safeParse(input);
  // an operation that names people in another form would not be checked
  if (!success) throw new Refused('not-allowed', OTHER_PERSON);
  const { by, user, drafts } = data;
  if (by !== undefined) requireSame('by', by.toLowerCase(), email.toLowerCase());
  if (user !== undefined) requireSame('user', user, userId);
  if (drafts !== undefined) requireSame('drafts.user', drafts.user, userId);
  return by === undefined ? input : { ...data, by: email };
}

function requireSame(field: string, named: string, signed: string): void {
  if (signed.trim() === '') throw new Refused('not-allowed', NO_PERSON, { field });
  if (named !== signed) throw new Refused('not-allowed', OTHER_PERSON, { field });
}
