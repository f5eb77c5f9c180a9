import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { companyProperties, dealProperties } from '../../src/crm/properties.ts';
import { MARK_PROPERTY } from '../../src/crm/installation-mark.ts';
import { RECORD_PROPERTY } from '../../src/crm/installation-record.ts';
import { PARTNER_LISTS } from '../../src/crm/partner-lists.ts';
import { PARTNER_STAGES } from '../../src/crm/pipelines.ts';
import { CLEARANCE_LABELS } from '../../src/icp/clearance.ts';
import { LANE_LABELS } from '../../src/icp/lanes.ts';
import { PARTNER_CATEGORIES, PARTNER_TYPES, type PartnerType } from '../../src/icp/partner-types.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';

const read = (file: string) => readFileSync(join(__dirname, '..', '..', file), 'utf8');
const guide = read('docs/install.md');

test('every property that the guides of the admin name is one that the installer makes', () => {
  const made = new Set([
    ...[...companyProperties(SHIPPED_PROFILES), ...dealProperties(SHIPPED_PROFILES)].map(({ name }) => name),
    MARK_PROPERTY,
    RECORD_PROPERTY,
  ]);
  const named = ['docs/install.md', 'docs/troubleshooting.md'].flatMap((document) =>
    [...read(document).matchAll(/\bipp_[a-z_]*[a-z]/g)].map(([name]) => name),
  );

  expect(named.filter((name) => !made.has(name))).toEqual([]);
});

test('the scopes in the install guide are those of the private edition', () => {
  const { editions } = JSON.parse(read('app.json')) as {
    editions: { private: { auth: { requiredScopes: string[] } } };
  };
  const listed = [...guide.matchAll(/^\| `(crm\.[a-z.]+|oauth(?=` +\| HubSpot's own))`/gm)].map(
    ([, scope]) => scope,
  );

  expect(listed.sort()).toEqual([...editions.private.auth.requiredScopes].sort());
});

test('the install guide counts the properties as the installer makes them', () => {
  const everyType = PARTNER_TYPES.map(({ key }) => key);
  const others = everyType.filter((type) => type !== 'technology');

  expect(guide).toMatch(new RegExp(`\\| technology alone +\\| ${countFor(['technology'])} `));
  expect(guide).toMatch(new RegExp(`\\| one of the others, or all eight +\\| ${countFor(others)} `));
  expect(guide).toMatch(new RegExp(`\\| all nine +\\| ${countFor(everyType)} `));
  expect(new Set(others.map((type) => countFor([type])))).toEqual(new Set([countFor(others)]));
});

test('the install guide names lists, stages, labels of lanes and clearances, and types as people see them', () => {
  const lists = PARTNER_LISTS.map(({ name }) => name.replace('Partner ICP: ', ''));

  expect(guide).toContain(`Partner ICP: ${lists.join(', ')}`);
  expect(guide).toContain(PARTNER_STAGES.map(({ label }) => label).join(', '));
  for (const [value, label] of Object.entries({ ...LANE_LABELS, ...CLEARANCE_LABELS }))
    expect(guide).toContain(`\`${value}\` ${label}`);
  for (const { key, label } of PARTNER_CATEGORIES) {
    const types = PARTNER_TYPES.filter(({ category }) => category === key).map((type) => type.label);
    expect(guide).toMatch(new RegExp(`\\| ${label} +\\| ${types.join(', ')} `));
  }
});

function countFor(types: readonly PartnerType[]): number {
  return companyProperties(SHIPPED_PROFILES.filter(({ type }) => types.includes(type))).length;
}
