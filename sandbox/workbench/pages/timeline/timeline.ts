import type { Change, Property } from '../crm-objects.ts';
import { groupChanges } from './change-groups.ts';
import {
  describeAppWrite,
  describeOutsideWrite,
  outsideTexts,
  type Description,
  type Wording,
} from './describe-write.ts';
import { describeDecision, isDecision } from './describe-decision.ts';
import { CHANGE_CAUSE, DECIDED_BY, SCORED_BY } from './property-changes.ts';

/** One readable entry of the timeline. */
export interface TimelineEntry extends Description {
  /** ISO 8601. */
  at: string;
  /** Who; empty when nobody is known. */
  by: string;
  /** Through what. @example `Partner ICP`, `CRM page` */
  through: string;
}

type History = Readonly<Record<string, readonly Change[]>>;

/** Sources of people, imports and workflows. */
const NO_APP = new Set(['CRM_UI', 'IMPORT', 'AUTOMATION_PLATFORM']);

const sourceKey = ({ source, sourceId }: Pick<Change, 'source' | 'sourceId'>) => `${source}|${sourceId}`;

/** The app's entries of who scored or decided, newest first. */
function ofApp(history: History, name: string): Change[] {
  return (history[name] ?? []).filter(({ source }) => !NO_APP.has(source));
}

/** The newest value that was not empty at that time: clearing empties the scorer too. */
function valueAt(changes: readonly Change[], at: string): string {
  const moment = Date.parse(at);
  return changes.find(({ value, at: since }) => value !== '' && Date.parse(since) <= moment)?.value ?? '';
}

/**
 * Turns a company's history into entries, newest first: one per write that changed a property of the app. A write with a
 * change of the lane is one entry of kind `lane`, whatever else it changed. What was filled in with it stands beside the
 * cause that the app noted: no single change is claimed to have moved the lane.
 *
 * @param history per property, newest first
 */
export function timelineOf(
  history: History,
  properties: readonly Property[],
  wording: Wording,
): TimelineEntry[] {
  const [scorers, deciders] = [ofApp(history, SCORED_BY), ofApp(history, DECIDED_BY)];
  const appSources = new Set([...scorers, ...deciders].map(sourceKey));
  const { roles } = wording;
  const known = properties.filter(({ name }) => Object.hasOwn(roles, name));
  const causeProperty = properties.find(({ name }) => name === CHANGE_CAUSE);
  // A cause that stays the same leaves no entry of its own in the history.
  const causeAt = (at: string) => {
    const value = valueAt(history[CHANGE_CAUSE] ?? [], at);
    return causeProperty && value !== '' ? wording.valueText(causeProperty, value) : '';
  };
  const entries: TimelineEntry[] = [];
  // Outside edits since the last verdict: reasons of the next one.
  let unjudged: string[] = [];
  for (const group of groupChanges(history, known)) {
    const { at } = group;
    if (!appSources.has(sourceKey(group))) {
      const through = wording.throughText(group);
      entries.push({ at, by: wording.personOf(group), through, ...describeOutsideWrite(group, wording) });
      unjudged.push(...outsideTexts(group, wording));
      continue;
    }
    if (isDecision(group)) {
      const by = wording.nameOfAddress(valueAt(deciders, at));
      const through = group.sourceLabel || wording.appName;
      entries.push({ at, by, through, ...describeDecision(group, history, properties, wording) });
      continue;
    }
    const description = describeAppWrite(group, unjudged, causeAt(at), wording);
    const through = group.sourceLabel || wording.appName;
    if (description)
      entries.push({ at, by: wording.nameOfAddress(valueAt(scorers, at)), through, ...description });
    if (group.changes.some(({ property }) => roles[property.name] === 'verdict')) unjudged = [];
  }
  return entries.reverse();
}
