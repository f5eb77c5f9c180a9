import type { Action, Step, StepKind } from '../usecases/install/step.ts';

/** The kinds of things in a plan, as headings, in their order. */
export const KINDS: readonly (readonly [title: string, has: (step: Step) => boolean])[] = [
  ['Properties of companies', (step) => isProperty(step) && !step.name.startsWith('deals: ')],
  ['Properties of deals', (step) => isProperty(step) && step.name.startsWith('deals: ')],
  ['Deal pipeline', ofKind('pipeline')],
  ['Association labels between companies and contacts', ofKind('label')],
  ['Lists of companies', ofKind('list')],
];

/** A table for each kind of thing with which the plan does the same. */
export function tablesOf(steps: readonly Step[], action: Action): string[] {
  const tables = KINDS.flatMap(([kind, has]) => {
    const rows = steps.filter((step) => step.action === action && has(step));
    return rows.length === 0 ? [] : [`### ${kind} (${rows.length})`, table(rows)];
  });
  return tables.length === 0 ? ['Nothing.'] : tables;
}

function table(steps: readonly Step[]): string {
  const rows = steps.map((step) => `| ${cell(nameOf(step))} | ${cell(step.sentence)} |`);
  return ['| name | what for |', '| --- | --- |', ...rows].join('\n');
}

/** Properties under the label that people see; the rest without its kind, which stands above the table. */
function nameOf({ name, work }: Step): string {
  if (work?.call === 'property') return `${work.definition.label} (${work.definition.name})`;
  return shortName(name);
}

/** A name without its kind. */
export function shortName(name: string): string {
  return name.replace(/^(deals|pipeline|label|list): /, '');
}

export function isProperty({ kind }: Step): boolean {
  return kind === 'property' || kind === 'mark';
}

function ofKind(kind: StepKind): (step: Step) => boolean {
  return (step) => step.kind === kind;
}

/** Names come from the portal: they must not break lines or tables. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function cell(text: string): string {
  return plain(text).replaceAll('|', '\\|');
}
