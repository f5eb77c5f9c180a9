import type { Change, Property } from '../crm-objects.ts';
import { groupChanges } from './change-groups.ts';
import { outsideTexts, tellOfApp, tellOutside, type PortalWords, type Told } from './tell-group.ts';
import { appPropertiesIn, SCORED_BY } from './property-changes.ts';

/** One readable entry of the timeline. */
export interface TimelineEntry extends Told {
  /** ISO 8601. */
  at: string;
  /** Who; empty when nobody is known. */
  by: string;
  /** Through what. @example `Partner ICP`, `CRM page` */
  through: string;
}

type History = Readonly<Record<string, readonly Change[]>>;

/** Sources behind which a person or a workflow stands. */
const NO_APP = new Set(['CRM_UI', 'IMPORT', 'AUTOMATION_PLATFORM']);

const sourceKey = ({ source, sourceId }: Pick<Change, 'source' | 'sourceId'>) => `${source}|${sourceId}`;

/** Only the app writes who scored, unless somebody edits that by hand. Newest first. */
function scorersIn(history: History): Change[] {
  return (history[SCORED_BY] ?? []).filter(({ source }) => !NO_APP.has(source));
}

/** The newest scorer at that time. Clearing empties the scorer too, so that the one before has cleared. */
function scorerAt(scorers: readonly Change[], at: string): string {
  const moment = Date.parse(at);
  return scorers.find(({ value, at: since }) => value !== '' && Date.parse(since) <= moment)?.value ?? '';
}

/**
 * Tells a company's history, newest first: one entry per write that changed anything of the app's. A write with a
 * change of the lane is one entry of kind `lane`, whatever else it changed.
 *
 * @param history per property, newest first
 */
export function timelineOf(
  history: History,
  properties: readonly Property[],
  portalWords: PortalWords,
): TimelineEntry[] {
  const scorers = scorersIn(history);
  const appSources = new Set(scorers.map(sourceKey));
  const app = appPropertiesIn(properties);
  const words = { ...portalWords, app };
  const ofApp = properties.filter(({ name }) => app.has(name));
  const entries: TimelineEntry[] = [];
  // Edits past the app that its verdict has not answered to yet: the reasons of the next one.
  let unjudged: string[] = [];
  for (const group of groupChanges(history, ofApp)) {
    const { at } = group;
    if (!appSources.has(sourceKey(group))) {
      const through = words.throughText(group);
      entries.push({ at, by: words.personOf(group), through, ...tellOutside(group, words) });
      unjudged.push(...outsideTexts(group, words));
      continue;
    }
    const told = tellOfApp(group, unjudged, words);
    const through = group.sourceLabel || words.appName;
    if (told) entries.push({ at, by: scorerAt(scorers, at), through, ...told });
    if (group.changes.some(({ property }) => app.get(property.name) === 'verdict')) unjudged = [];
  }
  return entries.reverse();
}
