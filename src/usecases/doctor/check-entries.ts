import type { EntryEdit, StoredEntry } from '../../contract/policy-home.ts';
import { dayIn } from '../../icp/day-in.ts';
import { whoText } from '../../messages/people.ts';
import { amount } from '../amount.ts';
import type { Context } from '../context.ts';
import { type Policy, policyKey } from '../policy/known-policy.ts';
import { parsePolicy, parseProfileBody } from '../policy/parse-policy.ts';
import { type Finding, fault, note } from './finding.ts';
import {
  ENTRIES_LOST,
  RESTORE_ENTRIES,
  entriesEdited,
  entriesMissing,
  profilesUnnamed,
} from '../../messages/doctor.ts';

/**
 * Looks whether every entry of the policy log, and every profile that one of them names, is there as it was written. A
 * repair restores them as far as HubSpot keeps what they were, and looks at them again.
 *
 * @throws CrmError
 */
export async function checkEntries(
  context: Context,
  policy: Policy,
  repair: boolean,
): Promise<{ findings: Finding[]; isRepaired: boolean }> {
  const keys = keysOf(policy);
  const before = await lookAt(context, keys);
  const damaged = [...before.edited, ...before.missing];
  const edits: ReadonlyMap<string, EntryEdit> =
    damaged.length === 0 ? new Map() : await context.home.editsOf(damaged);
  const unnamed = await unnamedProfiles(context, keys);
  const wanted = repair && (damaged.length > 0 || unnamed.length > 0);
  const isRepaired = wanted && (await restore(context, policy, damaged));
  const after = isRepaired ? await lookAt(context, keys) : before;
  const left = [...after.edited, ...after.missing];
  const finding = (code: 'entry-edited' | 'entry-missing', found: readonly string[], what: string) => {
    if (found.length === 0) return [];
    const stayed = found.filter((key) => left.includes(key));
    const next = stayed.length === 0 ? 'Restored.' : nextStep(context, repair);
    const named = (stayed.length === 0 ? found : stayed).map((key) => nameOf(key, edits.get(key), context));
    return [
      {
        ...fault(code, `${what} ${next}`, named),
        count: found.length,
        repaired: found.length - stayed.length,
      },
    ];
  };
  return {
    isRepaired,
    findings: [
      ...finding(
        'entry-edited',
        before.edited,
        entriesEdited(amount(before.edited.length, 'entry was', 'entries were')),
      ),
      ...finding(
        'entry-missing',
        before.missing,
        entriesMissing(amount(before.missing.length, 'entry is', 'entries are')),
      ),
      ...(unnamed.length === 0 || isRepaired
        ? []
        : [
            note(
              'profile-unnamed',
              profilesUnnamed(amount(unnamed.length, 'profile is', 'profiles are')),
              unnamed,
            ),
          ]),
    ],
  };
}

/** A table keeps no history: only a backup of the server's database has what an entry was. */
function nextStep({ edition, remedies }: Context, repair: boolean): string {
  if (edition === 'oauth') return remedies.restorePolicy;
  return repair ? ENTRIES_LOST : RESTORE_ENTRIES;
}

/** The keys of the log, and of the published profiles that entries of the log name. */
function keysOf({ version, log, damaged }: Policy): string[] {
  const entries = Array.from({ length: version }, (_, index) => policyKey(index + 1));
  const named = log.flatMap(({ body: { current } }) =>
    Object.entries(current).flatMap(([type, number]) => (number > 0 ? [`${type}@${number}`] : [])),
  );
  return [...new Set([...entries, ...named, ...damaged])];
}

async function lookAt({ home }: Context, keys: readonly string[]) {
  const entries: ReadonlyMap<string, StoredEntry> = (await home.read(keys)) ?? new Map<string, StoredEntry>();
  return {
    missing: keys.filter((key) => !entries.has(key)),
    edited: [...entries.values()].filter((entry) => !isWhole(entry)).map(({ key }) => key),
  };
}

function isWhole(entry: StoredEntry): boolean {
  return (entry.key.startsWith('policy@') ? parsePolicy(entry) : parseProfileBody(entry)) !== null;
}

/**
 * Profiles that no entry names. A publisher that was broken off leaves one behind, which is harmless; so does somebody who
 * deletes the newest entry of the log.
 */
async function unnamedProfiles({ home }: Context, keys: readonly string[]): Promise<string[]> {
  const profiles = (await home.list('profile')) ?? [];
  return profiles.filter(({ key, isIntact }) => isIntact && !keys.includes(key)).map(({ key }) => key);
}

/** @returns whether anything was restored */
async function restore({ home }: Context, { version }: Policy, damaged: readonly string[]): Promise<boolean> {
  const { restored } = await home.restore(damaged);
  let isRestored = restored.length > 0;
  // entries behind the newest one, as far as somebody deleted them
  for (let next = version + 1; ; next += 1) {
    const behind = await home.restore([policyKey(next)]);
    if (behind.restored.length === 0) return isRestored;
    isRestored = true;
  }
}

/** "policy@2 (edited by somebody in HubSpot, user 7, 2026-03-03)" */
function nameOf(key: string, edit: EntryEdit | undefined, { installation }: Context): string {
  if (edit === undefined) return key;
  const { at, source, user } = edit;
  const who = whoText({ by: null, source }, { names: {} });
  const day = dayIn(installation.current().zone, new Date(at));
  return `${key} (edited by ${who}${user === null ? '' : `, user ${user}`}, ${day})`;
}
