import type { Random } from '../../../sandbox/demo/random.ts';
import type { Crm } from '../../../src/crm/client/request.ts';
import { currentProfile, versionKey } from '../../../src/icp/profile.ts';
import { readHistory } from '../../../src/usecases/history/read-history.ts';
import { undoSave } from '../../../src/usecases/history/undo-save.ts';
import { underPolicy } from '../../../src/usecases/policy/with-policy.ts';
import { rejudgeScorecard } from '../../../src/usecases/policy/rejudge.ts';
import { Refused } from '../../../src/usecases/refused.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import type { Portal } from '../../portal.ts';
import { decideNow } from '../decisions/deciding.ts';
import { changeOfType } from '../scorecard/partners-of-types.ts';
import { jane, omar } from '../scorecard/scoring.ts';
import {
  type Done,
  RATINGS,
  type Texts,
  changed,
  isCheck,
  isInput,
  isJudged,
  isOverride,
  isRating,
  kindsOf,
} from './journal.ts';

/** A way past our app, and how the history names it. */
export interface Way {
  crm: Crm;
  source: string;
  by: string | null;
}

/** A company, and what the test knows that was done to it. */
export interface Partner {
  id: string;
  texts: Texts;
  journal: Done[];
  /** Fields that were edited past our app since it last judged. */
  pending: Set<string>;
  /** The last thing that a person did through our app. */
  last: Done | null;
}

/** Where acts happen. */
export interface Stage {
  portal: Portal;
  ways: readonly Way[];
  names: readonly string[];
  random: Random;
  now: () => Date;
  /** Makes another version of the technology profile the current one. */
  publish: (version: number) => Promise<void>;
}

const CHECKS = ['dead_api', 'vanity_logo', 'competitor_in_disguise', 'enthusiastic_contact'];
const PATH = '/crm/objects/2026-09/companies';

/** Does one act on a partner and notes it. Acts that a scorecard does not allow do nothing. */
export async function actOn(stage: Stage, partner: Partner): Promise<void> {
  const { random } = stage;
  const act = random.pick(ACTS);
  if (act === 'undo') return undo(stage, partner);
  const by = random.pick([jane, omar]);
  const way = random.pick(stage.ways);
  const outside = outsideValues(act, stage, partner);
  if (outside !== null) {
    const properties = Object.fromEntries(
      Object.entries(outside).map(([field, text]) => [`ipp_${field}`, text]),
    );
    await way.crm.send({ method: 'PATCH', path: `${PATH}/${partner.id}`, body: { properties } });
    return note(stage, partner, { act: 'outside', by: way.by, source: way.source });
  }
  try {
    await throughApp(act, stage, partner, by);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  return note(stage, partner, { act, by: act === 'update' ? null : nameOf(by), source: 'our app' });
}

const ACTS = [
  ...Array<string>(12).fill('rate'),
  ...Array<string>(6).fill('check'),
  ...Array<string>(5).fill('note'),
  ...Array<string>(5).fill('outside'),
  ...Array<string>(3).fill('update'),
  ...Array<string>(4).fill('undo'),
  ...['type', 'type', 'override', 'override', 'no-override', 'lane', 'rejudge', 'rejudge', 'publish'],
  ...['decide', 'decide', 'review', 'clear'],
];

function nameOf(by: string): string {
  return by === omar ? 'Omar Haddad' : by;
}

/** What an act past our app writes; null for an act of the app. */
function outsideValues(
  act: string,
  { random, now }: Stage,
  { texts }: Partner,
): Record<string, string> | null {
  const isStarted = texts['profile_version'] !== undefined;
  switch (act) {
    case 'outside': {
      const rating = { [random.pick(ratingsOf(texts))]: `${random.whole(1, 5)}` };
      const evidence = { [`${random.pick(ratingsOf(texts))}_evidence`]: `Heard ${random.whole(1, 99)}` };
      const check = { [`check_${random.pick(CHECKS)}`]: random.pick(['open', 'clear', 'flagged']) };
      const fact = { shared_customers: `${random.whole(0, 90)}` };
      return isStarted ? random.pick([rating, evidence, check, fact, { ...rating, ...check }]) : evidence;
    }
    case 'override': {
      const until = new Date(now().getTime() + random.whole(1, 20) * 86_400_000).toISOString().slice(0, 10);
      const lane = random.pick(['deep', 'fast', 'pass']);
      return { override_lane: lane, override_until: until, override_by: jane, override_reason: 'They asked' };
    }
    case 'no-override':
      return { override_lane: '', override_until: '', override_by: '', override_reason: '' };
    case 'lane':
      return isStarted ? { lane: random.pick(['deep', 'fast', 'pass']) } : { shared_customers: '7' };
    default:
      return null;
  }
}

function ratingsOf(texts: Texts): readonly string[] {
  return (texts['partner_type'] ?? 'technology') === 'technology' ? RATINGS.technology : RATINGS.others;
}

async function throughApp(act: string, stage: Stage, { id, texts }: Partner, by: string): Promise<unknown> {
  const { portal, random } = stage;
  const { context } = portal;
  const save = (values: Readonly<Record<string, unknown>>, reviewed?: true) => {
    const changes = Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, { seen: valueOf(field, texts), value }]),
    );
    return saveScorecard(context, { companyId: id, changes, by, reviewed });
  };
  const isStarted = texts['profile_version'] !== undefined;
  switch (act) {
    case 'rate': {
      const keys = random.shuffled(ratingsOf(texts)).slice(0, random.whole(1, isStarted ? 3 : 6));
      const mayEmpty = Object.keys(texts).filter(isRating).length > 4;
      const value = () => (mayEmpty && random.whole(1, 6) === 1 ? null : random.whole(1, 5));
      const ratings = Object.fromEntries(keys.map((key) => [key, value()]));
      return save(
        random.whole(1, 3) === 1 ? { ...ratings, [`${keys[0] ?? ''}_evidence`]: said(random) } : ratings,
      );
    }
    case 'check': {
      const check = `check_${random.pick(CHECKS)}`;
      const state = random.pick(['open', 'clear', 'flagged']);
      return save(
        random.whole(1, 2) === 1 ? { [check]: state } : { [check]: state, [`${check}_note`]: said(random) },
      );
    }
    case 'note':
      return save(
        random.pick([
          { [`${random.pick(ratingsOf(texts))}_evidence`]: random.pick([said(random), '']) },
          { shared_customers: random.whole(0, 50), companies_asking: random.pick([null, 3]) },
          { other_types: random.pick([[], ['referral'], ['oem', 'referral']]) },
          { [`check_${random.pick(CHECKS)}_note`]: said(random) },
        ]),
      );
    case 'type': {
      if (!isStarted || texts['partner_type'] === undefined) return;
      const to = random.pick(
        (['technology', 'reseller', 'oem'] as const).filter((type) => type !== texts['partner_type']),
      );
      return saveScorecard(context, { companyId: id, changes: await changeOfType(portal, id, to), by });
    }
    case 'update':
      return save({});
    case 'review':
      return save({}, true);
    case 'clear':
      return clearScorecard(context, { companyId: id, by });
    case 'decide':
      return decideNow(portal, id, {
        decision: random.pick(['go-deep', 'wait', 'decline']),
        reason: said(random),
        by,
      });
    case 'publish':
      return stage.publish(random.pick([1, 2]));
    case 'rejudge': {
      const { policy } = await context.policy.read(context.home);
      const current = currentProfile(underPolicy(context, policy), 'technology');
      if (!isStarted || texts['partner_type'] !== 'technology' || current === null) return;
      return rejudgeScorecard(context, { companyId: id, by, to: versionKey(current) });
    }
    default:
      throw new Error(act);
  }
}

const said = (random: Random) => `They said ${random.whole(1, 999)}`;

/** What a card shows of a stored text, as it sends it along. */
function valueOf(field: string, texts: Texts): unknown {
  const text = texts[field];
  if (isRating(field) || ['shared_customers', 'companies_asking'].includes(field))
    return text === undefined ? null : Number(text);
  if (isCheck(field)) return text ?? 'open';
  if (field === 'other_types') return text === undefined ? [] : text.split(';');
  return text ?? '';
}

/** Undoes the last save and checks that everything that nobody changed since stands as before. */
async function undo(stage: Stage, partner: Partner): Promise<void> {
  const { portal, random } = stage;
  const { id, last, texts } = partner;
  const { undo: offered, noUndo } = await readHistory(portal.context, { companyId: id });
  const expected = last === null ? null : afterUndo(last, texts);
  if (expected === null) {
    if (offered !== null || noUndo === null) throw new Error(`offers what cannot be undone: ${noUndo ?? ''}`);
    return;
  }
  if (offered === null) throw new Error(`does not offer an undo: ${noUndo ?? ''}`);
  const by = random.pick([jane, omar]);
  await undoSave(portal.context, { companyId: id, save: offered.key, by });
  await note(stage, partner, { act: 'undo', by: nameOf(by), source: 'our app' });
  const wrong = changed(expected, kept(partner.texts));
  if (wrong.length > 0) throw new Error(`not as before: ${wrong.join(', ')}`);
  // a repeat changes nothing
  if (random.whole(1, 4) === 1) {
    await undoSave(portal.context, { companyId: id, save: offered.key, by });
    const again = changed(partner.texts, await textsOf(stage, id));
    if (again.length > 0) throw new Error(`a repeated undo changed ${again.join(', ')}`);
  }
}

/** Answers, version and review. */
function kept(texts: Texts): Texts {
  const isKept = (field: string) =>
    isInput(field) || ['profile_version', 'reviewed_at', 'reviewed_by'].includes(field);
  return Object.fromEntries(Object.entries(texts).filter(([field]) => isKept(field)));
}

/** What stands after the undo of an act; null where it cannot be undone. */
function afterUndo({ before, after }: Done, texts: Texts): Texts | null {
  const fields = changed(kept(before), kept(after));
  const isAsSaved = (field: string) => texts[field] === after[field];
  const inputs = fields.filter(isInput);
  const isTypeChange = before['partner_type'] && after['partner_type'] && fields.includes('partner_type');
  const ofType = (field: string) =>
    isCheck(field) ||
    ['partner_type', 'role_criteria', 'compatibility', 'collaboration_support', 'people'].includes(field);
  // a check that was never set is an open one
  const answerIn = (there: Texts, field: string) => there[field] ?? (isCheck(field) ? 'open' : '');
  const isChangedSince = (field: string) => answerIn(after, field) !== answerIn(texts, field);
  if (isTypeChange && changed(after, texts).filter(ofType).some(isChangedSince)) return null;
  if (!inputs.some((field) => isAsSaved(field) && before[field] !== after[field])) return null;
  const undone: Record<string, string> = { ...kept(texts) };
  const isHeld = (field: string) =>
    ['partner_type', 'profile_version'].includes(field) &&
    before['profile_version'] === undefined &&
    Object.keys(texts).some((name) => isRating(name) && !(inputs.includes(name) && isAsSaved(name)));
  for (const field of fields.filter((each) => isAsSaved(each) && !isHeld(each)))
    undone[field] = before[field] ?? '';
  return undone;
}

/** Reads what stands there now, and notes what the act did. */
async function note(
  stage: Stage,
  partner: Partner,
  { act, by: asked, source }: { act: string; by: string | null; source: string },
): Promise<void> {
  const before = partner.texts;
  const after = await textsOf(stage, partner.id);
  partner.texts = after;
  const fields = changed(before, after);
  if (fields.length === 0) return;
  const isOurs = source === 'our app';
  // a save of what stands there already only repairs
  const isPersonal = (field: string) =>
    isInput(field) || ['profile_version', 'reviewed_at', 'decided_at'].includes(field);
  const by = isOurs && !fields.some(isPersonal) ? null : asked;
  const done = {
    at: stage.now().toISOString(),
    by,
    source,
    before,
    after,
    cause: causeOf(act, before, after, stage, partner),
  };
  const kinds = isOurs ? kindsOf(done, act) : fields.every(isOverride) ? ['override'] : ['edited-in-hubspot'];
  partner.journal.push({ ...done, kinds });
  if (!isOurs) for (const field of fields.filter(isJudged)) partner.pending.add(field);
  else if (act !== 'decide') partner.pending.clear();
  if (isOurs && by !== null) partner.last = fields.some(isInput) ? { ...done, kinds } : null;
}

/** Why the lane changed, from what was done. */
function causeOf(
  act: string,
  before: Texts,
  after: Texts,
  { now }: Stage,
  { pending }: Partner,
): string | null {
  const fields = changed(before, after);
  if (!fields.includes('lane')) return null;
  if (act === 'outside') return 'edited-in-hubspot';
  if (after['scored_at'] === undefined) return null;
  const isReplaced = (field: string) => fields.includes(field) && before[field] && after[field];
  if (isReplaced('partner_type')) return 'type-changed';
  if (act === 'rejudge' || isReplaced('profile_version')) return 're-judged';
  const isOver =
    (before['override_until'] ?? '9') < now().toISOString().slice(0, 10) &&
    before['override_lane'] === before['lane'];
  if ([...pending].some(isOverride) || (before['override_lane'] !== undefined && isOver)) return 'override';
  if (fields.some(isCheck)) return 'checked';
  if (fields.some(isRating)) return 'rated';
  return pending.size > 0 ? 'edited-in-hubspot' : 'repaired';
}

/** What stands in the app's properties, read past the app. */
export async function textsOf(
  { portal, names }: Pick<Stage, 'portal' | 'names'>,
  id: string,
): Promise<Texts> {
  const query = { properties: names.join(',') };
  const { properties } = (await portal.outside.send({ method: 'GET', path: `${PATH}/${id}`, query })) as {
    properties: Record<string, string | null>;
  };
  const texts = Object.entries(properties).flatMap(([name, text]): [string, string][] =>
    name.startsWith('ipp_') && text !== null && text !== '' ? [[name.slice(4), text]] : [],
  );
  return Object.fromEntries(texts);
}
