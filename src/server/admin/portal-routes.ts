import { type Request, type RequestHandler, type Response, Router } from 'express';
import * as z from 'zod';

import { PARTNER_TYPES, partnerTypeLabel } from '../../icp/partner-types.ts';
import * as words from '../../messages/server-admin.ts';
import type { InstallKey } from '../../store/installs.ts';
import { type Context } from '../../usecases/context.ts';
import { diagnose } from '../../usecases/doctor/doctor.ts';
import { failureOf } from '../../usecases/failure.ts';
import { install, planInstall } from '../../usecases/install/install.ts';
import { loadPolicy } from '../../usecases/policy/load-policy.ts';
import { parseTemplate } from '../../usecases/policy/parse-template.ts';
import { planTemplate } from '../../usecases/policy/plan-template.ts';
import { importTemplate } from '../../usecases/policy/template.ts';
import { personIn } from '../../usecases/person.ts';
import { type OnProgress, answerInLines } from './answer-in-lines.ts';
import { homeRoutes } from './home-routes.ts';
import type { AdminSurroundings } from './admin-surroundings.ts';

/** Work on a whole portal ends then; it can be begun again. */
const LIMIT_MS = 15 * 60_000;

const Types = z.array(z.enum(PARTNER_TYPES.map(({ key }) => key))).max(PARTNER_TYPES.length);
const InstallBody = z.strictObject({
  types: Types.default([]),
  pipeline: z.string().trim().min(1).max(200).optional(),
});
const TemplateBody = z.strictObject({
  template: z.unknown().transform((input, context) => {
    const read = parseTemplate(input);
    if ('format' in read) return read;
    for (const { path, message } of read)
      context.addIssue({ code: 'custom', message: `${path}: ${message}`, input });
    return z.NEVER;
  }),
  /** Who publishes and why; without it nothing is written. */
  apply: z
    .strictObject({
      by: z.string().transform((text, context) => {
        const person = personIn(text);
        if (person !== null) return person;
        context.addIssue({ code: 'custom', message: words.SAY_WHO, input: text });
        return z.NEVER;
      }),
      reason: z.string().trim().min(1).max(500),
    })
    .optional(),
});

/** What one path does to one portal. */
interface Work<Body> {
  body: z.ZodType<Body>;
  run: (context: Context, body: Body, onProgress: OnProgress) => Promise<unknown>;
}

const LIMITS_NOT_KNOWN = { aheadMs: null, calls: null, daily: null, dailyLeft: null };

const DOCTOR = work(z.strictObject({ repair: z.boolean().default(false) }), (context, { repair }, tell) =>
  diagnose(context, () => LIMITS_NOT_KNOWN, {
    repair,
    onProgress: (done, of) => tell(done, of, 'companies'),
  }),
);

const PLAN = work(InstallBody, (context, { types, pipeline }) =>
  planInstall(context, { types, pipeline, extent: 'portal', edition: 'oauth' }),
);

const INSTALL = work(InstallBody, (context, { types, pipeline }, onProgress) =>
  install(context, { types, pipeline, extent: 'portal', edition: 'oauth', onProgress }),
);

const TEMPLATE = work(TemplateBody, async (context, { template, apply }, tell) => {
  if (apply === undefined) return { applied: false, ...planTemplate(await loadPolicy(context), template) };
  const onStep = (done: number, of: number, type: Parameters<typeof partnerTypeLabel>[0] | null) =>
    tell(done, of, type === null ? 'settings' : partnerTypeLabel(type));
  const { plan, ...report } = await importTemplate(context, template, apply, onStep);
  return { applied: true, ...report, ...plan };
});

/** `/admin/portals/:appId/:portalId/...`: work on one portal, for `icp fleet`. */
export function portalRoutes(surroundings: AdminSurroundings): Router {
  const router = Router();
  const path = '/portals/:appId/:portalId';
  router.post(`${path}/doctor`, answering(surroundings, DOCTOR));
  router.post(`${path}/install-plan`, answering(surroundings, PLAN));
  router.post(`${path}/install`, answering(surroundings, INSTALL));
  router.post(`${path}/template`, answering(surroundings, TEMPLATE));
  homeRoutes(router, `${path}/home`, surroundings, (request, response) =>
    knownPortal(surroundings, request, response),
  );
  router.delete(path, async (request, response) => {
    const key = await knownPortal(surroundings, request, response);
    if (key !== null) response.json({ answer: await surroundings.disconnect(key) });
  });
  return router;
}

function answering<Body>(surroundings: AdminSurroundings, { body, run }: Work<Body>): RequestHandler {
  const { installs, portals, log } = surroundings;
  return async (request, response) => {
    const key = await knownPortal(surroundings, request, response);
    if (key === null) return;
    const install = await installs.readNow(key);
    if (install?.tokens == null) {
      const message = install?.unreadable ?? words.portalUninstalled(key.portalId);
      refuse(response, 409, 'not-connected', message);
      return;
    }
    const read = body.safeParse(request.body ?? {});
    if (!read.success) {
      const faults = read.error.issues.map(({ path, message }) => [path.join('.'), message].join(': '));
      refuse(response, 422, 'invalid-input', words.badBody(faults.join('; ')));
      return;
    }
    await answerInLines(response, async (onProgress) => {
      try {
        return { answer: await run(portals.contextOf(key, null, LIMIT_MS), read.data, onProgress) };
      } catch (error) {
        const failure = failureOf(error);
        if (failure.code === 'bug') log.error({ bug: error }, 'bug');
        return { error: failure };
      }
    });
  };
}

/** The portal of the path; null once it was answered that it is not known. */
async function knownPortal(
  { installs }: AdminSurroundings,
  { params }: Request,
  response: Response,
): Promise<InstallKey | null> {
  const [appId, portalId] = [String(params['appId']), String(params['portalId'])];
  const isId = (text: string) => /^[1-9]\d{0,14}$/.test(text);
  const key = { appId: Number(appId), portalId: Number(portalId) };
  if (isId(appId) && isId(portalId) && (await installs.readNow(key)) !== null) return key;
  refuse(response, 404, 'not-found', words.noSuchPortal(portalId.slice(0, 20), appId.slice(0, 20)));
  return null;
}

function refuse(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ error: { code, message } });
}

function work<Body>(body: z.ZodType<Body>, run: Work<Body>['run']): Work<Body> {
  return { body, run };
}
