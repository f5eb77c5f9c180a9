import { Accordion, Text, ToggleGroup } from '@hubspot/ui-extensions';

import { checkFieldName } from '../../../src/icp/fields.ts';
import { PARTNER_TYPES, type PartnerType } from '../../../src/icp/partner-types.ts';
import { RATINGS } from '../../../src/icp/ratings.ts';
import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import { type Company, createCompany, profileOf } from './company-in-portal.ts';
import { textIn } from '../text-in.ts';
import { type openCard, openCardOf } from './open-card.tsx';

const TYPES = PARTNER_TYPES.map(({ key }) => key);

/** Nothing below is saved, so a company of each type is enough. */
const companies = new Map<PartnerType, Company>();

async function cardUnder(type: PartnerType) {
  const profile = profileOf(type);
  const ratings = Object.fromEntries(profile.dimensions.map(({ key }) => [key, RATINGS[3]]));
  const company = companies.get(type) ?? (await createCompany({ partner_type: type, ...ratings }));
  companies.set(type, company);
  return { card: await openCardOf(company), profile };
}

/** All that can be read or heard in the card, texts of inputs and panels included. */
function everyText({ getRootNode, openTab }: Awaited<ReturnType<typeof openCard>>): string {
  return (['rate', 'checks', 'why', 'type'] as const)
    .map((tab) => {
      openTab(tab);
      return getRootNode().toString();
    })
    .join('\n');
}

test.each(TYPES)(
  'the card of a %s names its questions, lanes and checks, and leaves no blank',
  async (type) => {
    const { card, profile } = await cardUnder(type);
    const text = everyText(card);

    expect(text).not.toMatch(/undefined|NaN|\[object/);
    for (const { key, question } of profile.dimensions) expect(card.question(key)).toBe(question);
    card.openTab('checks');
    for (const { key, looksLike } of profile.checks)
      expect(card.find(ToggleGroup, { name: checkFieldName(key) }).props.tooltip).toContain(looksLike);
    expect(card.words()).toContain(`${profile.lanes.deep.label} · 400 of 500`);
    card.openTab('why');
    expect(card.words()).toContain(profile.origin);
  },
);

test.each(TYPES)(
  'a %s that is deep and clear in every check is called what its profile says',
  async (type) => {
    const { card, profile } = await cardUnder(type);

    for (const { key, evidenceRequired } of profile.dimensions)
      if (evidenceRequired) card.write(`${key}_evidence`, 'Seen');
    for (const { key } of profile.checks) {
      card.check(key, 'clear');
      card.write(`check_${key.replaceAll('-', '_')}_note`, 'Asked');
    }

    expect(card.tags()).toContain('Cleared');
  },
);

const SPEAK_OF_SOFTWARE: readonly PartnerType[] = ['technology', 'oem', 'solution'];

test.each(TYPES.filter((type) => !SPEAK_OF_SOFTWARE.includes(type)))(
  'no word about building software stands in the card of a %s',
  async (type) => {
    const { card } = await cardUnder(type);

    expect(everyText(card)).not.toMatch(/\b(builds?(?! on)|integrations?|APIs?|connectors?|sandbox)\b/i);
  },
);

test.each(TYPES)(
  'before the first call with a %s six things are asked, with what they help to rate',
  async (type) => {
    const { card, profile } = await cardUnder(type);
    card.openTab('type');
    const list = card.find(Accordion, ({ props }) => props.title === 'Before the first call');
    const lines = list.findAll(Text).map(textIn);
    const labels = [...profile.dimensions, ...profile.checks].map(({ label }) => label.toLowerCase());

    expect(list.props.open ?? false).toBe(false);
    const questions = lines.filter((line) => line.includes('?'));
    expect(questions).toHaveLength(6);
    for (const line of questions) {
      const [, named = ''] = /Helps with (.*)\.$/.exec(line) ?? [];
      for (const label of named.split(', ').filter((each) => each !== ''))
        expect(labels).toContain(label.toLowerCase());
    }
    expect(card.tags()).toContain('Nothing unsaved');
  },
);

test('facts are asked only where a check looks at them', async () => {
  const asking = [];
  for (const { type } of SHIPPED_PROFILES) {
    const { card } = await cardUnder(type);
    card.openTab('checks');
    if (card.words().includes('Facts give no points')) asking.push(type);
  }

  expect(asking).toEqual(['technology']);
});
