import { partnerTypeLabel } from '../icp/partner-types.ts';
import { visibleLine } from '../icp/visible-text.ts';
import type { InstallPlan } from '../usecases/install/plan-installation.ts';
import { type Action, type Step, runsOf } from '../usecases/install/step.ts';

/** A plan as a Markdown document that an admin can hand to whoever owns the portal. */
export function installPlanDocument(plan: InstallPlan, at: Date): string {
  const { steps } = plan;
  const sections = [
    ['# Partner ICP: what an installation would do in this portal'],
    introduction(plan, at),
    ['## Will be made', ...tables(steps, 'create')],
    ['## Will be repaired', ...tables(steps, 'repair')],
    ['## Needs a decision, and stays as it is', reasons(steps, 'clash')],
    ['## Is left out, and why', reasons(steps, 'skip')],
    ['## Is there already', kept(steps)],
    ['## What it costs', costs(plan)],
    [
      '## How it is taken away',
      'By `icp uninstall`: lists, labels, an empty pipeline and the deal properties go. Company properties stay with what people filled in, unless that is asked for; HubSpot can restore archived ones for 90 days. The custom object stays too with what was published, unless `--delete-policy` names a file to keep that in. Whatever was there before the installation stays.',
    ],
  ];
  return sections.map((paragraphs) => paragraphs.join('\n\n')).join('\n\n');
}

function introduction({ account, edition, types }: InstallPlan, at: Date): string[] {
  const portal =
    account === null
      ? 'a portal that HubSpot does not name to the app'
      : `portal ${plain(account.id)}${account.name === null ? '' : ` (${plain(account.name)})`}, an account of the type ${plain(account.type)}`;
  return [
    `Planned on ${at.toISOString().slice(0, 10)} for ${portal}. Nothing has been written yet.`,
    `Edition: ${edition}. Partner types that can be scored afterwards: ${types.map(partnerTypeLabel).join(', ')}.`,
    'Companies, deals and contacts keep every value that they have: no record is changed. What is there under another name is not touched.',
  ];
}

const isProperty = ({ kind }: Step) => kind === 'property' || kind === 'record';
const isOfDeals = ({ name }: Step) => name.startsWith('deals: ');

/** The headings that steps stand under. */
const HEADINGS: readonly (readonly [heading: string, has: (step: Step) => boolean])[] = [
  ['Properties of companies', (step) => isProperty(step) && !isOfDeals(step)],
  ['Properties of deals', (step) => isProperty(step) && isOfDeals(step)],
  ['Deal pipeline', ({ kind }) => kind === 'pipeline' || kind === 'stage'],
  ['Association labels between companies and contacts', ({ kind }) => kind === 'label'],
  ['Lists of companies', ({ kind }) => kind === 'list'],
  ['Custom object', ({ kind }) => kind === 'home'],
];

/** The steps of one action under their headings; headings without steps are left out. */
function underHeadings(all: readonly Step[], action: Action): [heading: string, steps: Step[]][] {
  return HEADINGS.flatMap(([heading, has]) => {
    const steps = all.filter((step) => step.action === action && has(step));
    return steps.length === 0 ? [] : [[heading, steps]];
  });
}

function tables(all: readonly Step[], action: Action): string[] {
  const found = underHeadings(all, action).flatMap(([heading, steps]) => [
    `### ${heading} (${steps.length})`,
    [
      ...['| name | what for |', '| --- | --- |'],
      ...steps.map((step) => `| ${cell(labelOf(step))} | ${cell(step.sentence)} |`),
    ].join('\n'),
  ]);
  return found.length === 0 ? ['Nothing.'] : found;
}

function reasons(all: readonly Step[], action: Action): string {
  const steps = all.filter((step) => step.action === action);
  const lines = steps.map(
    ({ kind, name, sentence }) =>
      `- ${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${plain(shortName(name))}. ${plain(sentence)}`,
  );
  return lines.length === 0 ? 'Nothing.' : lines.join('\n');
}

function kept(all: readonly Step[]): string {
  const lines = underHeadings(all, 'keep').map(([heading, steps]) => {
    if (steps.some(isProperty)) return `- ${heading}: ${steps.length}, unchanged.`;
    const names = steps.map(({ name }) => plain(shortName(name))).join(', ');
    const only = steps.length === 1 ? ` ${plain(steps[0]?.sentence ?? '')}` : '';
    return `- ${heading}: ${names}.${only}`;
  });
  return lines.length === 0 ? 'Nothing of it.' : lines.join('\n');
}

function costs({ steps, room }: InstallPlan): string {
  const calls = runsOf(steps).length;
  const lines = [
    calls === 0 ? '- No call that writes.' : `- ${calls} API calls that write, one after the other.`,
  ];
  for (const objectType of ['companies', 'deals'] as const) {
    const { used, limit } = room?.[objectType] ?? {};
    if (used === undefined || limit === undefined) continue;
    const made = steps.filter(({ work }) => work?.call === 'property' && work.objectType === objectType);
    const after = used + made.length;
    lines.push(`- Custom properties on ${objectType}: ${used} used now, ${after} of ${limit} afterwards.`);
  }
  return lines.join('\n');
}

/** Properties by the label that people see; the rest without its kind, which stands above the table. */
function labelOf({ name, work }: Step): string {
  return work?.call === 'property' ? `${work.definition.label} (${work.definition.name})` : shortName(name);
}

function shortName(name: string): string {
  return name.replace(/^(deals|pipeline|stage|label|list|object): /, '');
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '@': '&#64;' };

/** Names come from the portal: in Markdown they are text, and neither break lines or tables nor become HTML or links. */
function plain(text: string): string {
  return visibleLine(text)
    .replace(/\s+/gu, ' ')
    .replace(/[<>&@]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\\`*[\]~]|(?<!\w)_|_(?!\w)/g, '\\$&')
    .replace(/:\/\//g, '&#58;//')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, 3)}&#46;`);
}

function cell(text: string): string {
  return plain(text).replaceAll('|', '\\|');
}
