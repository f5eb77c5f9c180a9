import { PARTNER_LABELS, labelAmong } from '../../crm/labels.ts';
import {
  type Edition,
  INSTALLATION_VERSION,
  MARK_PROPERTY,
  type Mark,
  markDefinition,
  markText,
  parseMark,
} from '../../crm/installation-mark.ts';
import { PARTNER_PIPELINE } from '../../crm/pipelines.ts';
import type { ExistingProperty } from '../../crm/property-definitions.ts';
import { Refused } from '../refused.ts';
import type { PortalSetup } from './read-portal.ts';
import { type Step, shownName } from './step.ts';
import { editionUnknown, otherEdition } from '../../messages/install.ts';

/** The name of the product's pipeline in the mark. Labels have their internal names. */
export const PIPELINE_NAME = 'pipeline';

/**
 * The mark of the portal; null before the first installation.
 *
 * @throws Refused `other-edition` when the mark is of another edition, or unreadable
 */
export function ownMark(deals: readonly ExistingProperty[], edition: Edition): Mark | null {
  const property = deals.find(({ name }) => name === MARK_PROPERTY);
  if (property === undefined) return null;
  const mark = parseMark(property.description);
  if (mark === null)
    throw new Refused('other-edition', editionUnknown(MARK_PROPERTY), { field: MARK_PROPERTY });
  if (mark.edition === edition) return mark;
  throw new Refused('other-edition', otherEdition(mark.edition, edition), { field: MARK_PROPERTY });
}

/** The first mark also lists what existed before, since `uninstall` must not delete that. */
export function wantedMark(
  existing: Mark | null,
  edition: Edition,
  pipeline: string | null,
  { pipelines, labels }: PortalSetup,
): Mark {
  const version = Math.max(existing?.version ?? 0, INSTALLATION_VERSION);
  if (existing !== null) return { ...existing, version, pipeline };
  const there = 'items' in labels ? labels.items : [];
  const known = PARTNER_LABELS.filter((label) => labelAmong(there, label) !== undefined);
  const hasPipeline = pipelines.some(({ label }) => label === PARTNER_PIPELINE);
  const foundBefore = [...(hasPipeline ? [PIPELINE_NAME] : []), ...known.map(({ name }) => name)];
  return { edition, version, pipeline, foundBefore };
}

/** Made first, so that no other edition can install meanwhile. */
export function planMark(existing: Mark | null, wanted: Mark): Step {
  const [kind, name] = ['mark', shownName('deals', MARK_PROPERTY)] as const;
  if (existing === null) {
    const work = { call: 'property', objectType: 'deals', definition: markDefinition(wanted) } as const;
    const sentence = `Marks the portal as that of the ${wanted.edition} edition. No deal holds a value of it.`;
    return { kind, name, action: 'create', sentence, work };
  }
  if (markText(existing) === markText(wanted))
    return { kind, name, action: 'keep', sentence: 'The mark of ownership is there.', work: null };
  const sentence = 'The mark of ownership is brought up to date.';
  return { kind, name, action: 'repair', sentence, work: { call: 'mark', mark: wanted } };
}
