import { seededRandom } from '../../../../sandbox/demo/random.ts';
import type { Crm } from '../../../../src/crm/client/request.ts';
import { CrmError } from '../../../../src/crm/client/errors.ts';
import { Refused } from '../../../../src/usecases/refused.ts';
import { clearScorecard } from '../../../../src/usecases/scorecard/clear.ts';
import { saveScorecard } from '../../../../src/usecases/scorecard/save.ts';
import { archiveCompany, mergeCompanies } from '../../../portal.ts';
import { createDeal, editDeal } from '../../../usecases/deals/partner-deals.ts';
import { createStored } from '../../../usecases/policy/portfolio.ts';
import { type Act as Actor, runSchedule } from '../../../usecases/scorecard/schedules.ts';
import type { Act, Hand, Sequence, SmallAct } from './acts.ts';
import { type Stage, contextOver, deliver, heard, isOwn, work } from './stage.ts';
import { COMPANY_NAMES, readRaw } from './raw-records.ts';
import type { SentEvent } from './mailbox.ts';

/** The records on which a sequence acts. */
interface Records {
  companies: string[];
  archived: string[];
  deals: string[];
}

/** The records of all sequences, and what became of their events. */
export interface Played {
  of: Records[];
  /** When a record came out of a merge, by its id. */
  mergedAt: Map<string, number>;
  /** When processes or persons acted side by side. */
  races: { from: number; to: number }[];
  /** The ids of records of which an event was lost, and of those that a lost event named. */
  lost: Set<string>;
  /** Every event that the app's own writes made. */
  echoes: SentEvent[];
}

const COMPANIES = '/crm/objects/2026-09/companies';
const DEALS = '/crm/objects/2026-09/deals';
const TO_PRIMARY = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 };
const PERSON = { sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 };
const JANE = 'jane@example.com';

const rated = (type: string, keys: readonly string[], ratings: readonly (number | null)[]) => ({
  ...{ ipp_partner_type: type, ipp_profile_version: `${type}@0` },
  ...Object.fromEntries(
    keys.flatMap((key, index) => (ratings[index] == null ? [] : [[`ipp_${key}`, `${ratings[index]}`]])),
  ),
});

const TECHNOLOGY = [
  ...['customer_overlap', 'product_complementarity', 'distribution_reach'],
  ...['technical_readiness', 'commercial_alignment', 'strategic_fit'],
];
const OTHERS = [
  ...['customer_overlap', 'distribution_reach', 'commercial_alignment'],
  ...['role_criteria', 'compatibility', 'people'],
];

/** Complete, incomplete, of three types, and none. Their verdicts are what the first events are about. */
const PARTNERS: readonly Record<string, string>[] = [
  rated('technology', TECHNOLOGY, [5, 5, 3, 4, 4, 4]),
  rated('technology', TECHNOLOGY, [2, null, 4, null, 2, 3]),
  rated('referral', OTHERS, [5, 4, 4, 5, 4, 3]),
  rated('reseller', OTHERS, [3, 3, null, 2, 3, 3]),
  {},
];

/**
 * Plays sequences side by side in one portal, each with its companies. Turns and deliveries are of the whole portal: of each
 * round one sequence has them, so that they are as frequent as in a sequence that is alone.
 */
export async function play(stage: Stage, sequences: readonly Sequence[]): Promise<Played> {
  const { followed, mailbox, empty, morning, setNow, now } = stage;
  const { portal } = followed;
  portal.sandbox.portal.restore(empty);
  portal.sandbox.journal.clear();
  mailbox.waiting.length = 0;
  setNow(morning);
  const played: Played = { of: [], mergedAt: new Map(), races: [], lost: new Set(), echoes: [] };
  for (const _ of sequences) played.of.push(await begin(stage));
  const rounds = Math.max(...sequences.map(({ length }) => length));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, records] of played.of.entries()) {
      const step = sequences[index]?.[round];
      if (step === undefined) continue;
      const minutes = Math.max(1, Math.floor(step.minutes / sequences.length));
      setNow(now() + minutes * 60_000);
      // windows of calls end
      await portal.clock.sleep(60_000);
      const hasPortal = (round + index) % sequences.length === 0;
      const act = hasPortal ? step.act : alone(step.act);
      if (act === null) continue;
      await actOn(stage, played, records, act);
      sortOut(await heard(stage), played);
    }
  }
  return played;
}

async function begin({ followed: { portal }, pipeline }: Stage): Promise<Records> {
  const companies = await createStored(portal, PARTNERS);
  const deals: string[] = [];
  for (const company of companies.slice(0, 3)) deals.push(await createDeal(portal, pipeline, company));
  return { companies, deals, archived: [] };
}

/** An act without what concerns the whole portal. */
function alone(act: Act): Act | null {
  if (act.kind === 'turn-during') return act.act;
  return ['turn', 'two-turns', 'contest', 'deliver', 'lose'].includes(act.kind) ? null : act;
}

/** Remembers the events of the app's own writes. */
function sortOut(events: readonly SentEvent[], { echoes }: Played): void {
  for (const event of events) if (isOwn(event) && !echoes.includes(event)) echoes.push(event);
}

async function actOn(stage: Stage, played: Played, records: Records, act: Act): Promise<void> {
  const { portal } = stage.followed;
  switch (act.kind) {
    case 'edit':
    case 'save':
      return smallAct(stage, records, act, (by) => wayOf(stage, by));
    case 'turn':
      await work(stage);
      return;
    case 'contest':
      return contest(stage, records, act);
    case 'two-turns':
      return twoTurns(stage, played, act);
    case 'turn-during':
      return turnDuring(stage, played, records, act);
    case 'deliver':
      return delivered(stage, act);
    case 'lose':
      return lost(stage, played, act);
    case 'clear':
      return clear(stage, records, act);
    case 'merge':
      return merge(stage, played, records, act);
    case 'archive': {
      const id = chosen(records.companies, act.company);
      // one is always left to act on
      if (id === null || records.companies.length === 1) return;
      await archiveCompany(portal, id);
      records.companies.splice(records.companies.indexOf(id), 1);
      records.archived.push(id);
      return;
    }
    case 'restore': {
      const id = chosen(records.archived, act.company);
      if (id === null) return;
      portal.sandbox.portal.restoreRecord('companies', id, PERSON);
      records.archived.splice(records.archived.indexOf(id), 1);
      records.companies.push(id);
      return;
    }
    default:
      return actOnDeal(stage, records, act);
  }
}

type DealAct = Extract<Act, { kind: 'new-deal' | 'primary' | 'edit-deal' | 'remove-deal' }>;

async function actOnDeal({ followed, pipeline }: Stage, records: Records, act: DealAct | Act): Promise<void> {
  const { portal } = followed;
  const deal = 'deal' in act ? chosen(records.deals, act.deal) : null;
  const company = 'company' in act ? chosen(records.companies, act.company) : null;
  if (act.kind === 'new-deal' && company !== null) {
    records.deals.push(await createDeal(portal, pipeline, company));
    return;
  }
  if (deal === null) return;
  if (act.kind === 'primary' && company !== null) {
    const path = `${DEALS}/${deal}/associations/companies/${company}`;
    await portal.outside.send({ method: 'PUT', path, body: [TO_PRIMARY] });
  }
  if (act.kind === 'edit-deal') await editDeal(portal, deal, { ipp_lane: act.lane });
  if (act.kind === 'remove-deal') {
    await portal.outside.send({ method: 'DELETE', path: `${DEALS}/${deal}` });
    records.deals.splice(records.deals.indexOf(deal), 1);
  }
}

function wayOf({ followed }: Stage, by: Hand | 'app'): Crm {
  const { portal } = followed;
  return { person: portal.outside, import: portal.imported, 'other-app': portal.otherApp, app: portal.app }[
    by
  ];
}

/** What may happen side by side with turns. What the app refuses changes nothing. */
async function smallAct(
  stage: Stage,
  { companies }: Records,
  act: SmallAct,
  way: (by: Hand | 'app') => Crm,
): Promise<void> {
  const id = chosen(companies, act.company);
  if (id === null) return;
  if (act.kind === 'edit') {
    const request = {
      method: 'PATCH',
      path: `${COMPANIES}/${id}`,
      body: { properties: act.properties },
    } as const;
    await way(act.by).send(request);
    return;
  }
  const texts = await storedIn(stage, id);
  const keys = texts['ipp_partner_type'] === 'technology' ? TECHNOLOGY : OTHERS;
  const field = keys[act.dimension % keys.length] ?? '';
  const stored = texts[`ipp_${field}`];
  const seen = stored === undefined || stored === '9' ? null : Number(stored);
  await orRefused(
    saveScorecard(contextOver(stage, way('app')), {
      ...{ companyId: id, changes: { [field]: { seen, value: act.value } }, by: JANE },
    }),
  );
}

async function clear(
  stage: Stage,
  { companies }: Records,
  act: Extract<Act, { kind: 'clear' }>,
): Promise<void> {
  const id = chosen(companies, act.company);
  if (id === null) return;
  if (act.by === 'app') {
    await orRefused(clearScorecard(contextOver(stage, wayOf(stage, 'app')), { companyId: id, by: JANE }));
    return;
  }
  const filled = Object.keys(await storedIn(stage, id)).filter((name) => !IS_OF_VERDICT.test(name));
  if (filled.length === 0) return;
  const properties = Object.fromEntries(filled.map((name) => [name, '']));
  await wayOf(stage, 'person').send({ method: 'PATCH', path: `${COMPANIES}/${id}`, body: { properties } });
}

/** The values of a company that are not empty. */
async function storedIn({ followed }: Stage, id: string): Promise<Readonly<Record<string, string>>> {
  const [found] = await readRaw(followed.portal, 'companies', [id], COMPANY_NAMES);
  const values = Object.entries(found?.properties ?? {}).filter(
    ([name, text]) => name.startsWith('ipp_') && text,
  );
  return Object.fromEntries(values) as Record<string, string>;
}

/** What a person who empties a scorecard in HubSpot leaves. */
const IS_OF_VERDICT =
  /^ipp_(lane|score_lane|clearance|total|rated_total|evidence_gaps|next_step|rules|previous)/;

async function merge(
  { followed, now }: Stage,
  { mergedAt }: Played,
  records: Records,
  act: Extract<Act, { kind: 'merge' }>,
): Promise<void> {
  const id = chosen(records.companies, act.company);
  const rest = records.companies.filter((each) => each !== id);
  const other = chosen(rest, act.other);
  // two are always left to act on
  if (id === null || other === null || rest.length < 2) return;
  const survivor = await mergeCompanies(followed.portal, id, other);
  records.companies = [...rest.filter((each) => each !== other), survivor];
  mergedAt.set(survivor, now());
}

async function delivered(stage: Stage, act: Extract<Act, { kind: 'deliver' }>): Promise<void> {
  const taken = takeFrom(await heard(stage), act);
  const random = seededRandom(act.seed + 1);
  for (let time = 0; time < act.times; time += 1)
    await deliver(stage, act.order === 'any' ? random.shuffled(taken) : taken);
}

async function lost(stage: Stage, played: Played, act: Extract<Act, { kind: 'lose' }>): Promise<void> {
  for (const event of takeFrom(await heard(stage), act)) {
    if (isOwn(event)) continue;
    const { objectId, fromObjectId, toObjectId, mergedObjectIds, primaryObjectId } = event;
    for (const id of [objectId, fromObjectId, toObjectId, primaryObjectId, mergedObjectIds].flat())
      if (typeof id === 'number') played.lost.add(String(id));
  }
}

/** Takes some of the events out of the mailbox, in their order. */
function takeFrom(waiting: SentEvent[], { seed, percent }: { seed: number; percent: number }): SentEvent[] {
  const random = seededRandom(seed);
  const [taken, left]: [SentEvent[], SentEvent[]] = [[], []];
  for (const event of waiting) (random.whole(1, 100) <= percent ? taken : left).push(event);
  waiting.splice(0, waiting.length, ...left);
  return taken;
}

async function contest(
  stage: Stage,
  { companies }: Records,
  act: Extract<Act, { kind: 'contest' }>,
): Promise<void> {
  const id = chosen(companies, act.company);
  for (let time = 0; id !== null && time < act.times; time += 1) {
    stage.setNow(stage.now() + 60_000);
    const [found] = await readRaw(stage.followed.portal, 'companies', [id], ['ipp_lane']);
    const properties = { ipp_lane: found?.properties['ipp_lane'] === 'deep' ? 'pass' : 'deep' };
    await wayOf(stage, 'other-app').send({
      method: 'PATCH',
      path: `${COMPANIES}/${id}`,
      body: { properties },
    });
    await deliver(stage, (await heard(stage)).splice(0));
    await work(stage);
  }
}

async function twoTurns(
  stage: Stage,
  played: Played,
  act: Extract<Act, { kind: 'two-turns' }>,
): Promise<void> {
  const other: Actor = async (crm) => {
    if (act.runsOut) {
      // at some moment of the first one's turn
      await crm.send({ method: 'GET', path: '/account-info/2026-09/details' });
      await stage.followed.server.store.database.execute(
        `update portal_turns set run_until = now() - interval '1 second' where run_by is not null`,
      );
    }
    await work(stage, crm);
  };
  await sideBySide(stage, played, act.seed, { one: (crm) => void_(work(stage, crm)), other });
}

async function turnDuring(
  stage: Stage,
  played: Played,
  records: Records,
  act: Extract<Act, { kind: 'turn-during' }>,
): Promise<void> {
  const during: Actor = (crm) => smallAct(stage, records, act.act, (by) => through(crm, by));
  await sideBySide(stage, played, act.seed, { turn: (crm) => void_(work(stage, crm)), during });
}

const HANDS = new WeakMap<object, Hand | 'app'>();

/** The gate has one way out: the hand goes along with the request. */
function through(crm: Crm, by: Hand | 'app'): Crm {
  return {
    send: (request) => {
      const sent = { ...request };
      HANDS.set(sent, by);
      return crm.send(sent);
    },
  };
}

async function sideBySide(
  stage: Stage,
  { races }: Played,
  seed: number,
  actors: Readonly<Record<string, Actor>>,
): Promise<void> {
  const random = seededRandom(seed);
  const from = stage.now();
  const gate: Crm = { send: (request) => wayOf(stage, HANDS.get(request) ?? 'app').send(request) };
  await runSchedule(gate, actors, (below) => random.whole(0, below - 1), 0);
  races.push({ from, to: from + 59_000 });
}

async function void_(work: Promise<unknown>): Promise<void> {
  await work;
}

async function orRefused(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof CrmError)) throw error;
  }
}

function chosen(ids: readonly string[], which: number): string | null {
  return ids[which % Math.max(1, ids.length)] ?? null;
}
