import type { Settings } from '../../../src/icp/settings.ts';

/** Edited settings over newer ones in force: what nobody edited here is as somebody else has published it. */
export function rebasedSettings(before: Settings, edited: Settings, inForce: Settings): Settings {
  return {
    ...rebased(before, edited, inForce),
    evidenceDays: rebased(before.evidenceDays, edited.evidenceDays, inForce.evidenceDays),
    factSources: rebased(before.factSources, edited.factSources, inForce.factSources),
  };
}

function rebased<Body extends object>(before: Body, edited: Body, inForce: Body): Body {
  const body = { ...edited };
  for (const key in body)
    if (JSON.stringify(edited[key]) === JSON.stringify(before[key])) body[key] = inForce[key];
  return body;
}
