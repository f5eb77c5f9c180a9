import { partnerTypeLabel } from '../icp/partner-types.ts';
import type { InstallPlan } from '../usecases/install/plan-installation.ts';
import { type Action, type Step, type StepKind, runsOf } from '../usecases/install/step.ts';
import { KINDS, isProperty, plain, shortName, tablesOf } from './install-plan-tables.ts';

/** A plan as a Markdown document that an admin can hand to whoever owns the portal. */
export function installPlanDocument(plan: InstallPlan, at: Date): string {
  const { steps } = plan;
  const sections = [
    ['# Partner ICP: what an installation would do in this portal'],
    introduction(plan, at),
    ['## Will be made', ...tablesOf(steps, 'create')],
    ['## Will be repaired', ...tablesOf(steps, 'repair')],
    named('Needs a decision, and stays as it is', 'clash', steps),
    named('Is left out, and why', 'skip', steps),
    ['## Is there already', kept(steps)],
    ['## What it costs', costs(plan)],
    [
      '## How it is taken away',
      'By `icp uninstall`: lists, labels, an empty pipeline and the deal properties go. Company properties stay with what people filled in, unless that is asked for; HubSpot can restore archived ones for 90 days. Whatever was there before the installation stays.',
    ],
  ];
  return sections.map((lines) => lines.join('\n\n')).join('\n\n');
}

function introduction({ account, edition, types }: InstallPlan, at: Date): string[] {
  const portal =
    account === null
      ? 'a portal that HubSpot does not name to the app'
      : `portal ${account.id}${account.name === null ? '' : ` (${plain(account.name)})`}, an account of the type ${account.type}`;
  return [
    `Planned on ${at.toISOString().slice(0, 10)} for ${portal}. Nothing has been written yet.`,
    `Edition: ${edition}. Partner types that can be scored afterwards: ${types.map(partnerTypeLabel).join(', ')}.`,
    'Companies, deals and contacts keep every value that they have: no record is changed. What is there under another name is not touched.',
  ];
}

function named(title: string, action: Action, steps: readonly Step[]): string[] {
  const items = steps.filter((step) => step.action === action);
  const lines = items.map(
    ({ kind, name, sentence }) => `- ${called(kind)} ${plain(shortName(name))}. ${plain(sentence)}`,
  );
  return [`## ${title}`, lines.length === 0 ? 'Nothing.' : lines.join('\n')];
}

function called(kind: StepKind): string {
  return {
    group: 'Group',
    property: 'Property',
    mark: 'Mark',
    pipeline: 'Pipeline',
    label: 'Label',
    list: 'List',
  }[kind];
}

function kept(steps: readonly Step[]): string {
  const lines = KINDS.flatMap(([kind, has]) => {
    const rows = steps.filter((step) => step.action === 'keep' && has(step));
    if (rows.length === 0) return [];
    if (rows.some(isProperty)) return [`- ${kind}: ${rows.length}, unchanged.`];
    const names = rows.map(({ name }) => plain(shortName(name))).join(', ');
    const only = rows.length === 1 ? ` ${plain(rows[0]?.sentence ?? '')}` : '';
    return [`- ${kind}: ${names}.${only}`];
  });
  return lines.length === 0 ? 'Nothing of it.' : lines.join('\n');
}

function costs({ steps, room }: InstallPlan): string {
  const calls = runsOf(steps).length;
  const lines = [
    calls === 0 ? '- No call that writes.' : `- ${calls} API calls that write, one after the other.`,
  ];
  for (const objectType of ['companies', 'deals'] as const) {
    const limits = room?.[objectType];
    if (limits === undefined) continue;
    const more = steps.filter(
      ({ work }) => work?.call === 'property' && work.objectType === objectType,
    ).length;
    const used = `${limits.used + more} of ${limits.limit}`;
    lines.push(`- Custom properties on ${objectType}: ${limits.used} used now, ${used} afterwards.`);
  }
  return lines.join('\n');
}
