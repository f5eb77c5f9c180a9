import type { Request, RequestHandler, Response, Router } from 'express';
import * as z from 'zod';

import type { HomeEntry } from '../../contract/policy-home.ts';
import { LONGEST_TEXT } from '../../icp/kept-entry.ts';
import * as words from '../../messages/server-admin.ts';
import type { InstallKey } from '../../store/installs.ts';
import { failureOf } from '../../usecases/failure.ts';
import { type HomeEnd, MOVED_KINDS, endOf } from '../../usecases/install/home-end.ts';
import { Refused } from '../../usecases/refused.ts';
import { portalHome } from '../portal-home.ts';
import { refusal } from '../replies.ts';
import type { AdminSurroundings } from './admin-surroundings.ts';

const KEYS: Readonly<Record<(typeof MOVED_KINDS)[number], RegExp>> = {
  policy: /^policy@[1-9]\d{0,8}$/,
  profile: /^(?!policy@)[a-z-]{1,40}@[1-9]\d{0,8}$/,
  'profile-draft': /^draft:[a-z-]{1,40}$/,
};
const Entry: z.ZodType<HomeEntry> = z
  .strictObject({
    ...{ key: z.string(), kind: z.enum(MOVED_KINDS), body: z.string().max(LONGEST_TEXT) },
    ...{ by: z.string().max(LONGEST_TEXT), at: z.iso.datetime(), reason: z.string().max(LONGEST_TEXT) },
  })
  .refine(({ key, kind }) => KEYS[kind].test(key), words.KEY_OF_OTHER_KIND);
const Body = z.strictObject({ entries: z.array(Entry).max(1_000) });

type KnowPortal = (request: Request, response: Response) => Promise<InstallKey | null>;

/**
 * The home of a portal, for a move to or from the private edition: GET answers its entries, POST adds those that are not
 * there, DELETE takes drafts that have moved.
 *
 * @param portalOf the portal of the path; null once it was answered that it is not known
 */
export function homeRoutes(
  router: Router,
  path: string,
  surroundings: Pick<AdminSurroundings, 'store' | 'installs' | 'log'>,
  portalOf: KnowPortal,
): void {
  const { store, installs, log } = surroundings;
  const answering =
    (act: (home: HomeEnd, request: Request, key: InstallKey) => Promise<object>): RequestHandler =>
    async (request, response) => {
      const key = await portalOf(request, response);
      if (key === null) return;
      try {
        const home = endOf(portalHome(store.database, key.portalId), 'oauth');
        response.json({ answer: await act(home, request, key) });
      } catch (error) {
        const failure = failureOf(error);
        if (failure.code === 'bug') log.error({ bug: error }, 'bug');
        const { status, text } = refusal(failure);
        response.status(status).type('json').send(text);
      }
    };
  router.get(
    path,
    answering(async (home) => ({ entries: (await home.entries()) ?? [] })),
  );
  router.post(
    path,
    answering(async (home, request, key) => {
      const { entries } = bodyOf(request);
      // the rows of a portal that has uninstalled the app are going to be deleted
      if ((await installs.readNow(key))?.tokens == null)
        throw new Refused('not-connected', words.portalUninstalled(key.portalId));
      await home.add(entries);
      return { entries: entries.length };
    }),
  );
  router.delete(
    path,
    answering(async (home, request) => {
      const { entries } = bodyOf(request);
      await home.drop(entries);
      return { entries: entries.length };
    }),
  );
}

/** @throws Refused `invalid-input` */
function bodyOf(request: Request): z.infer<typeof Body> {
  const { success, data, error } = Body.safeParse(request.body);
  if (success) return data;
  const faults = error.issues.slice(0, 5).map(({ path, message }) => [path.join('.'), message].join(': '));
  throw new Refused('invalid-input', words.badBody(faults.join('; ')));
}
