import * as z from 'zod';

import { amount } from '../usecases/amount.ts';
import type { FleetWork } from './fleet-run.ts';

const Diagnosis = z.object({
  healthy: z.boolean(),
  companies: z.number(),
  findings: z.array(
    z.object({
      ...{ code: z.string(), weight: z.enum(['fault', 'note']) },
      ...{ count: z.number(), repaired: z.number() },
    }),
  ),
});

/** The doctor of each portal. */
export function fleetDoctorWork(repair: boolean): FleetWork {
  return {
    ...{ method: 'POST', path: '/doctor', body: { repair } },
    read: (answer) => {
      const { healthy, companies, findings } = Diagnosis.parse(answer);
      const faults = findings.filter(({ weight, count, repaired }) => weight === 'fault' && repaired < count);
      const looked = `${amount(companies, 'scored company', 'scored companies')} looked at`;
      if (healthy) return { state: 'done', message: `healthy, ${looked}` };
      const codes = faults.map(({ code, count }) => (count > 1 ? `${code} (${count})` : code));
      return { state: 'attention', message: `${codes.join(', ')}; ${looked}` };
    },
  };
}

const Plan = z.object({
  types: z.array(z.string()),
  steps: z.array(z.object({ kind: z.string(), name: z.string(), action: z.string() })),
});

/** What an installation would do in each portal. */
export function fleetPlanWork(body: object): FleetWork {
  return {
    ...{ method: 'POST', path: '/install-plan', body },
    read: (answer) => {
      const { steps } = Plan.parse(answer);
      const named = steps.filter(({ kind }) => kind !== 'group');
      const count = (action: string) => named.filter((step) => step.action === action).length;
      const sums = `would create ${count('create')} and repair ${count('repair')}; ${count('keep')} are there`;
      return withReasons(sums, count('clash'), count('skip'));
    },
  };
}

const Installed = z.object({
  created: z.array(z.string()),
  repaired: z.array(z.string()),
  unchanged: z.array(z.string()),
  clashes: z.array(z.unknown()),
  skipped: z.array(z.unknown()),
});

/** The installation of properties in each portal. */
export function fleetInstallWork(body: object): FleetWork {
  return {
    ...{ method: 'POST', path: '/install', body },
    read: (answer) => {
      const { created, repaired, unchanged, clashes, skipped } = Installed.parse(answer);
      const sums = `created ${created.length}, repaired ${repaired.length}; ${unchanged.length} were there`;
      return withReasons(sums, clashes.length, skipped.length);
    },
  };
}

/** What clashes needs a decision. What the plan of a portal does not offer is left out, and needs none. */
function withReasons(sums: string, clashes: number, skipped: number) {
  const parts = [
    ...(clashes > 0 ? [amount(clashes, 'needs a decision', 'need a decision')] : []),
    ...(skipped > 0 ? [amount(skipped, 'is left out', 'are left out')] : []),
  ];
  return { state: clashes > 0 ? 'attention' : 'done', message: [sums, ...parts].join('; ') } as const;
}

const Published = z.object({
  applied: z.boolean(),
  types: z.array(
    z.object({
      ...{ type: z.string(), act: z.enum(['publish', 'back', 'nothing']) },
      ...{ isReady: z.boolean(), obstacle: z.string().nullable() },
    }),
  ),
  settings: z.array(z.unknown()),
  published: z.array(z.string()).default([]),
  hasSettings: z.boolean().default(false),
});

/** A template in each portal: what it changes, and with `who` its publication. */
export function fleetTemplateWork(template: object, who: { by: string; reason: string } | null): FleetWork {
  return {
    ...{ method: 'POST', path: '/template', body: { template, ...(who !== null && { apply: who }) } },
    read: (answer) => {
      const { applied, types, settings, published, hasSettings } = Published.parse(answer);
      const changed = types.filter(({ act }) => act !== 'nothing');
      const held = changed.filter(({ isReady, obstacle }) => !isReady || obstacle !== null);
      const free = changed.filter((type) => !held.includes(type)).map(({ type }) => type);
      const names = applied
        ? [...published, ...(hasSettings ? ['settings'] : [])]
        : [...free, ...(settings.length > 0 ? ['settings'] : [])];
      const what =
        names.length === 0
          ? 'nothing to publish'
          : `${applied ? 'published' : 'would publish'} ${names.join(', ')}`;
      if (held.length === 0) return { state: 'done', message: what };
      const reasons = held.map(
        ({ type, obstacle }) => `${type}: ${obstacle ?? 'the portal has no properties for it'}`,
      );
      return { state: 'attention', message: `${what}; not ${reasons.join('; ')}` };
    },
  };
}

const Disconnected = z.object({ isUninstalled: z.boolean(), message: z.string() });

/** The end of an installation. HubSpot may not have been told of it: then somebody has to uninstall the app there. */
export const FLEET_DISCONNECT: FleetWork = {
  ...{ method: 'DELETE', path: '', takesUninstalled: true },
  read: (answer) => {
    const { isUninstalled, message } = Disconnected.parse(answer);
    return { state: isUninstalled ? 'done' : 'attention', message };
  },
};
