import { Refusal } from '../http/refusal.ts';
import type { Route } from '../http/route.ts';
import { isSpelling } from '../objects/object-type.ts';
import type { Actor } from '../portal/actor.ts';
import type { Portal } from '../portal/portal.ts';
import { AREA_SCOPES, BOTH_ENDS, type Needed } from './route-scopes.ts';

const TYPE_PARAMS = ['objectType', 'fromObjectType', 'toObjectType'];

/** The scopes a call needs: one list of alternatives per object type. Unknown types need none, since the call fails anyway. */
function neededScopes(
  portal: Portal,
  route: Route,
  params: Readonly<Record<string, string>>,
): readonly Needed[] {
  const types = TYPE_PARAMS.flatMap((name) => {
    const spelling = params[name];
    const store =
      spelling === undefined ? undefined : portal.types.find(({ type }) => isSpelling(type, spelling));
    return store === undefined ? [] : [store.type];
  });
  const hasTwoEnds = route.area === 'links' || route.area === 'associations';
  const rule =
    hasTwoEnds && portal.switches.associationScopes === 'both-ends' ? BOTH_ENDS : AREA_SCOPES[route.area];
  return rule?.({ route, types }) ?? [];
}

/**
 * @returns the scopes that let the call through, for the journal
 * @throws Refusal 403 naming the missing scopes (recorded)
 */
export function checkScopes(
  portal: Portal,
  { scopes }: Actor,
  route: Route,
  params: Readonly<Record<string, string>>,
): readonly string[] {
  const needed = neededScopes(portal, route, params).filter((alternatives) => alternatives.length > 0);
  if (scopes === undefined) return needed.flatMap(([first]) => first ?? []);
  const used = needed.map((alternatives) => alternatives.find((scope) => scopes.includes(scope)));
  const missing = needed.filter((_, index) => used[index] === undefined);
  if (missing.length > 0) throw missingScopes(missing.flat());
  return used.filter((scope) => scope !== undefined);
}

function missingScopes(names: readonly string[]): Refusal {
  return new Refusal(403, {
    message: "This app hasn't been granted all required scopes to make this call.",
    category: 'MISSING_SCOPES',
    errors: [
      {
        message: 'One or more of the following scopes are required.',
        context: { requiredGranularScopes: [...new Set(names)] },
      },
    ],
    links: { scopes: 'https://developers.hubspot.com/scopes' },
  });
}
