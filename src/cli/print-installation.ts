import { partnerTypeLabel } from '../icp/partner-types.ts';
import type { Installation } from '../usecases/install/install.ts';
import type { Uninstallation } from '../usecases/install/uninstall.ts';

/** Prints what the installer did, and what it is good for. */
export function printInstallation(installation: Installation): void {
  const { types, created, repaired, unchanged, clashes, skipped } = installation;
  console.log(
    `Created: ${counted(created)}. Repaired: ${counted(repaired)}. Unchanged: ${counted(unchanged)}.`,
  );
  console.log(`Partner types that can be scored: ${types.map(partnerTypeLabel).join(', ')}.`);
  for (const { name, message } of skipped) console.log(`- ${name} is left out. ${message}`);
  for (const { message } of clashes) console.log(`! ${message}`);
}

/** Prints what went and what stays. */
export function printUninstallation({ removed, stayed }: Uninstallation): void {
  console.log(removed.length === 0 ? 'Nothing was taken away.' : `Taken away: ${inKinds(removed)}.`);
  for (const { message } of stayed) console.log(`- ${message}`);
}

const KINDS = [
  ['pipeline', 'pipeline', 'pipelines'],
  ['label', 'label', 'labels'],
  ['list', 'list', 'lists'],
] as const;

/** `48 properties, 1 pipeline, 8 lists`: names of all but properties begin with their kind. */
function counted(names: readonly string[]): string {
  const others = KINDS.map(([kind, one, many]) => {
    const count = names.filter((name) => name.startsWith(`${kind}: `)).length;
    return { count, text: `${count} ${count === 1 ? one : many}` };
  });
  const properties = names.length - others.reduce((sum, { count }) => sum + count, 0);
  const all = [
    { count: properties, text: properties === 1 ? '1 property' : `${properties} properties` },
    ...others,
  ];
  const there = all.filter(({ count }) => count > 0).map(({ text }) => text);
  return there.length === 0 ? 'nothing' : there.join(', ');
}

/** `the lists Partner ICP: Deep, Partner ICP: Fast; 3 properties of deals`: things of one kind under its name. */
export function inKinds(names: readonly string[]): string {
  const kinds = KINDS.flatMap(([kind, one, many]) => {
    const own = names.flatMap((name) => (name.startsWith(`${kind}: `) ? [name.slice(kind.length + 2)] : []));
    return own.length === 0 ? [] : [`the ${own.length === 1 ? one : many} ${own.join(', ')}`];
  });
  const others = names.filter((name) => !KINDS.some(([kind]) => name.startsWith(`${kind}: `)));
  return [...kinds, ...others].join('; ');
}
