import { CARD_ROOM } from '../../src/icp/profile-lint.ts';
import { promptsOf } from '../../src/icp/profile.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';

const dimensions = SHIPPED_PROFILES.flatMap((profile) =>
  profile.dimensions.map((dimension) => ({
    ...dimension,
    name: `${profile.type} ${dimension.key}`,
    prompts: promptsOf(dimension, { asksSaas: true }),
  })),
);

/** What can be counted, or was seen by one of us. */
const SEEN_OR_COUNTED = /\d|\b(confirms?|counted|met|named|opened|seen|shown|showed)\b/;
/** Words that two people fill with two figures. */
const VAGUE = /\b(many|most|large|some|few|several)\b/i;

// Two people who look at one partner must give one rating, and a real partner must be able to reach it. So the upper
// levels name figures, documents and people, not impressions.
test.each(dimensions)('$name: levels 4 and 5 name something counted or seen', ({ rubric, anchors }) => {
  for (const level of rubric.slice(3)) {
    expect(level).toMatch(SEEN_OR_COUNTED);
    expect(level).not.toMatch(VAGUE);
  }
  for (const anchor of anchors.slice(3)) expect(anchor).not.toMatch(VAGUE);
});

// A share alone is out of reach for a partner with a thousand customers and within reach of one with three.
test.each(dimensions)('$name: a share comes with a number beside it', ({ rubric }) => {
  for (const level of rubric.filter((text) => /%|\b(half|third) of\b/.test(text)))
    expect(level).toMatch(/\d[\d,]* or more|or \d[\d,]*|10 % of the list/);
});

// An anchor stands for its level in one line: it says what is there. "One gap" leaves the reader to guess which.
test.each(dimensions)('$name: an anchor says what is there', ({ anchors }) => {
  for (const anchor of anchors) expect(anchor).not.toMatch(/\bgap\b/i);
});

// The five anchors stand in one line of a wide card and in two of a narrow one, each behind its number, so none begins
// with a digit. Prompts are read out in a call, as they stand.
test.each(dimensions)('$name keeps to the lengths that the card has room for', (dimension) => {
  const { question, anchors, rubric, prompts } = dimension;

  expect(question).toMatch(/^[A-Z][^.?]{10,128}\?$/);
  for (const anchor of anchors) expect(anchor).toMatch(/^[A-Z].{3,18}\S$/);
  expect(anchors.join('').length).toBeLessThanOrEqual(CARD_ROOM.anchors);
  for (const level of rubric) expect(level).toMatch(/^[A-Z\d].{10,158}\.$/);
  for (const prompt of prompts) expect(prompt).toMatch(/^[A-Z].{10,88}\?$/);
  expect(prompts.length).toBeGreaterThanOrEqual(3);
  expect(prompts.length).toBeLessThanOrEqual(CARD_ROOM.prompts);
});

// The lane is named before these words, "Deep · Full resale", and a cleared partner reads the next step of deep.
test.each(SHIPPED_PROFILES)('$type has its own words behind each lane, and a next step', ({ lanes }) => {
  for (const { label, next } of Object.values(lanes)) {
    expect(label).toMatch(/^[A-Z].{3,23}$/);
    expect(label).not.toMatch(/deep|fast|lane|pass/i);
    expect(next).toMatch(/^[A-Z].{10,129}\.$/);
  }
  expect(lanes.deep.next).not.toMatch(/check|clear/i);
});

test('only a technology partner is built with', () => {
  const texts = SHIPPED_PROFILES.filter(({ type }) => type !== 'technology').flatMap(({ lanes }) =>
    Object.values(lanes).flatMap(({ label, next }) => [label, next]),
  );

  expect(texts.filter((text) => /build/i.test(text))).toEqual([]);
});

test('an ask of a check can be read out, and no check asks for brand recall', () => {
  for (const { checks } of SHIPPED_PROFILES)
    for (const { looksLike, whyItFails, asks } of checks)
      for (const text of [looksLike, whyItFails, ...asks]) expect(text).toMatch(/^[A-Z].{10,118}[.?]$/);
});

test('the vanity logo asks technology partners for usage figures, the others for buyers who can be called', () => {
  for (const { type, checks } of SHIPPED_PROFILES) {
    const asks = checks.find(({ key }) => key === 'vanity-logo')?.asks.join(' ');
    expect(asks).toMatch(type === 'technology' ? /usage figures/ : /\d+ .*(buyers|accounts|call)/);
  }
});
