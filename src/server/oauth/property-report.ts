import * as z from 'zod';

import { partnerTypeLabel } from '../../icp/partner-types.ts';
import { countedNames } from '../../usecases/install/counted-names.ts';
import type { Installation } from '../../usecases/install/install.ts';

const Told = z.object({ name: z.string(), message: z.string() });
const Report = z.object({
  /** In words: `62 properties, 1 pipeline`. */
  created: z.string(),
  repaired: z.string(),
  unchanged: z.string(),
  types: z.array(z.string()),
  /** Not available in the portal, with the reason. */
  leftOut: z.array(Told),
  /** Exists otherwise than needed, and was not touched. */
  clashes: z.array(Told),
  missingScopes: z.array(z.string()),
});

/** What an installation of properties did, for the page that shows it. */
export type PropertyReport = z.infer<typeof Report>;

export function reportOf(installation: Installation, missingScopes: string[]): PropertyReport {
  const { created, repaired, unchanged, types, skipped, clashes } = installation;
  return {
    created: countedNames(created),
    repaired: countedNames(repaired),
    unchanged: countedNames(unchanged),
    types: types.map(partnerTypeLabel),
    leftOut: skipped,
    clashes,
    missingScopes,
  };
}

/** @returns null for a text that is no report */
export function parseReport(text: string | null): PropertyReport | null {
  try {
    return Report.safeParse(JSON.parse(text ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
