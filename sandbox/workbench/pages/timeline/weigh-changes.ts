import { type AppProperties } from './app-properties.ts';
import type { ChangeGroup, PropertyChange } from './change-groups.ts';

const FACT_RANK = 2;

/** How much an input can move a lane: ratings, then checks and the like; facts and prose never do. */
function rankOf({ property: { name, type, fieldType } }: PropertyChange, app: AppProperties): number {
  if (fieldType === 'textarea') return FACT_RANK + 1;
  if (app.get(name) === 'fact') return FACT_RANK;
  return type === 'number' ? 0 : 1;
}

function isInput({ property: { name } }: PropertyChange, app: AppProperties): boolean {
  return app.get(name) === 'input' || app.get(name) === 'fact';
}

export function isVerdict({ property }: PropertyChange, app: AppProperties): boolean {
  return app.get(property.name) === 'verdict';
}

/** What people filled in and what can move a lane. */
export function isMover(change: PropertyChange, app: AppProperties): boolean {
  return isInput(change, app) && rankOf(change, app) < FACT_RANK;
}

/** What people filled in, most telling first. */
export function inputsIn({ changes }: ChangeGroup, app: AppProperties): PropertyChange[] {
  return changes
    .filter((change) => isInput(change, app))
    .sort((one, other) => rankOf(one, app) - rankOf(other, app));
}
