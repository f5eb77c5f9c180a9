import { movableClock, openDemoTokens, startDemoCrm } from '../../../sandbox/demo/demo-crm.ts';
import { furnishDemo } from '../../../sandbox/demo/furnish-demo.ts';
import { openingOf, planDemoPortal } from '../../../sandbox/demo/plan-demo-portal.ts';
import type { SavedPortal } from '../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import type { GatheredFacts } from '../../../src/contract/facts.ts';
import type { ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import { openContext } from '../../../src/usecases/context.ts';
import { answerCall } from '../../../src/usecases/answer-call.ts';

export type Values = Readonly<Record<string, string>>;

/** What a demo portal holds in the end. */
export interface Demo {
  readonly saved: SavedPortal;
  /** Stored values by object type, in the order of creation. */
  readonly records: (objectType: 'companies' | 'contacts' | 'deals' | 'tasks') => readonly Values[];
  /** The properties whose stored verdict does not follow from the scorecard, by company name. */
  readonly drift: Readonly<Record<string, readonly string[]>>;
  /** What the app says of each company with a partner type, by company name. */
  readonly states: Readonly<Record<string, string>>;
  /** What the app says of a decision, by company name; empty where nobody decided. */
  readonly decisions: Readonly<Record<string, string>>;
  /** What the app counts in the CRM for partners and prospects, by company name. */
  readonly facts: Readonly<Record<string, GatheredFacts>>;
  /** The dimensions whose rating waits to be confirmed, by company name. */
  readonly toConfirm: Readonly<Record<string, readonly string[]>>;
}

const TYPE_IDS = { companies: '0-2', contacts: '0-1', deals: '0-3', tasks: '0-27' };

/** The demo portal of a seed, its app function called in this process. */
export async function openDemo(seed: number, now = new Date()): Promise<Demo> {
  const clock = movableClock(() => now);
  clock.moveTo(openingOf(now));
  const tokens = openDemoTokens();
  const crm = await startDemoCrm(clock, tokens);
  try {
    await furnishDemo(crm, tokens, clock, planDemoPortal(seed, now));
    const access = () => ({ accessToken: tokens.app, baseUrl: crm.baseUrl });
    const context = { ...openContext(access), now: clock.now };
    const saved = crm.portal.dump();
    const records = (objectType: keyof typeof TYPE_IDS) => valuesOf(saved, TYPE_IDS[objectType]);
    const drift: Record<string, readonly string[]> = {};
    const states: Record<string, string> = {};
    const decisions: Record<string, string> = {};
    const facts: Record<string, GatheredFacts> = {};
    const toConfirm: Record<string, readonly string[]> = {};
    const partners = records('companies').filter((company) => (company['ipp_partner_type'] ?? '') !== '');
    for (const { id = '', name = '' } of partners) {
      const loaded = await ask<ScorecardRecord>(context, 'load-scorecard', id);
      states[name] = loaded.state;
      const { title, sentences } = loaded.texts.decision;
      decisions[name] = [title, ...sentences].join(' ');
      if (loaded.drift.length > 0) drift[name] = loaded.drift;
      if (loaded.scorecard.toConfirm.length > 0) toConfirm[name] = loaded.scorecard.toConfirm;
    }
    const unscored = records('companies').filter(({ type }) => type === 'PROSPECT');
    for (const { id = '', name = '' } of [...partners, ...unscored])
      facts[name] = await ask<GatheredFacts>(context, 'gather-facts', id);
    return { saved, records, drift, states, decisions, facts, toConfirm };
  } finally {
    await crm.close();
  }
}

async function ask<Answer>(
  context: ReturnType<typeof openContext>,
  operation: string,
  companyId: string,
): Promise<Answer> {
  const call = { operation, input: { companyId } };
  const { answer, error } = (await answerCall(() => context, call)) as {
    answer?: Answer;
    error?: { message: string };
  };
  if (answer === undefined) throw new Error(`${companyId}: ${error?.message ?? 'no answer'}`);
  return answer;
}

/** Property values of records as a saved portal has them, under their names, with the id. */
export function valuesOf({ types }: SavedPortal, typeId: string): readonly Values[] {
  const type = types.find(({ id }) => id === typeId);
  const names = new Map(type?.properties.map(({ name, slot }) => [slot, name]));
  return (type?.records ?? []).map(({ id, values }) => ({
    id: String(id),
    ...Object.fromEntries(values.map(([slot, value]) => [names.get(slot) ?? '', value])),
  }));
}

export function countsOf(records: readonly Values[], property: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const record of records) {
    const value = record[property] ?? '';
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
