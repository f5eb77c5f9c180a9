import type { PolicyState, ProfileDraftBody } from '../../../src/contract/policy.ts';
import { PARTNER_TYPES, type PartnerType } from '../../../src/icp/partner-types.ts';
import type { Settings } from '../../../src/icp/settings.ts';

import {
  type Editor,
  type Theirs,
  contested,
  edited,
  keptMine,
  left,
  openEditor,
  refreshed,
  replaced,
  reset,
  saved,
  tookTheirs,
  undone,
  unreadable,
} from './editor.ts';
import { NO_SOURCES } from './known-sources.ts';
import {
  type AnswerEvent,
  type EditorEvent,
  type Event,
  LOADING,
  type PageState,
  type Ready,
  draftIn,
  settingsDraftIn,
} from './page-state.ts';
import { rebasedSettings } from './rebase-settings.ts';

/** Holds the state of the page and tells its listeners about changes. */
export type Store = ReturnType<typeof createStore>;

export function createStore() {
  let state = LOADING;
  const listeners = new Set<() => void>();
  return {
    read: (): PageState => state,
    dispatch: (event: Event): void => {
      state = reduce(state, event);
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The state after an event. Pure. */
export function reduce(state: PageState, event: Event): PageState {
  switch (event.type) {
    case 'asked': {
      const { request, act, subject } = event;
      if (state.phase !== 'ready') return { phase: 'loading', request };
      return { ...state, request, busy: { act, subject }, failure: null, done: null };
    }
    case 'loaded':
    case 'draft-saved':
    case 'changed':
    case 'refused':
      return event.request === state.request ? answered(state, event) : state;
    default:
      return state.phase === 'ready' ? acted(state, event) : state;
  }
}

function answered(state: PageState, event: AnswerEvent): PageState {
  const { request } = event;
  if (event.type === 'refused') {
    const { act, subject, failure } = event;
    if (state.phase !== 'ready') return { phase: 'failed', request, failure };
    return { ...state, busy: null, failure: { ...failure, act, subject } };
  }
  if (state.phase !== 'ready') return firstLoaded(event.policy, request);
  switch (event.type) {
    case 'loaded':
      return { ...underPolicy(state, event.policy), busy: null };
    case 'draft-saved':
      return draftSaved(state, event);
    default: {
      const { act, subject } = event;
      const reasons = act === 'publish' ? { ...state.reasons, [subject]: '' } : state.reasons;
      return { ...underPolicy(state, event.policy), reasons, busy: null, done: { act, subject } };
    }
  }
}

function firstLoaded(policy: PolicyState, request: number): Ready {
  const opened = PARTNER_TYPES.flatMap(({ key }) => {
    const draft = draftIn(policy, key);
    return draft === null ? [] : [[key, openEditor(draft.body, draft.body, draft.at)] as const];
  });
  return {
    ...{ phase: 'ready', request, policy, open: null, busy: null, failure: null, done: null },
    editors: Object.fromEntries(opened),
    settings: settingsEditor(policy),
    ...{ portfolios: {}, reasons: {}, factSources: NO_SOURCES },
    people: { state: 'unread' },
  };
}

function settingsEditor(policy: PolicyState): Editor<Settings> {
  const draft = settingsDraftIn(policy);
  const body = draft?.body ?? policy.settings;
  return openEditor(body, body, draft?.at ?? null);
}

/** The page with a newer policy. Unsaved edits stay. */
function underPolicy(state: Ready, policy: PolicyState): Ready {
  const editors = PARTNER_TYPES.flatMap(({ key }) => {
    const draft = draftIn(policy, key);
    const editor = state.editors[key];
    const after =
      editor === undefined ? draft && openEditor(draft.body, draft.body, draft.at) : refreshed(editor, draft);
    return after === null ? [] : [[key, after] as const];
  });
  const settings = refreshedSettings(state, policy);
  return { ...state, policy, editors: Object.fromEntries(editors), settings };
}

/** Without a draft, the settings in force are what edits start from. Those of somebody else are not taken back. */
function refreshedSettings({ settings, policy: before }: Ready, policy: PolicyState): Editor<Settings> {
  const draft = settingsDraftIn(policy);
  const after = refreshed(settings, draft);
  if (after === null || (draft === null && after.stored === null && isUnchanged(after, policy)))
    return { ...settingsEditor(policy), revision: settings.revision + 1 };
  if (draft !== null) return after;
  const body = rebasedSettings(before.settings, after.body, policy.settings);
  const isSame = JSON.stringify(body) === JSON.stringify(after.body);
  const revision = isSame ? after.revision : after.revision + 1;
  return { ...after, body, revision, stored: policy.settings };
}

function isUnchanged({ body }: Editor<Settings>, { settings }: PolicyState): boolean {
  return JSON.stringify(body) === JSON.stringify(settings);
}

type DraftSaved = Extract<AnswerEvent, { type: 'draft-saved' }>;

function draftSaved(state: Ready, { policy, subject, sent, isConflict }: DraftSaved): Ready {
  const done = isConflict ? null : ({ act: 'save', subject } as const);
  const others = { ...state, policy, busy: null, done };
  if (subject === 'settings') {
    const settings = afterSave(state.settings, settingsDraftIn(policy), sent as Settings, isConflict);
    return { ...others, settings };
  }
  const editor = state.editors[subject];
  if (editor === undefined) return others;
  const after = afterSave(editor, draftIn(policy, subject), sent as ProfileDraftBody, isConflict);
  return withEditor(others, subject, after);
}

function afterSave<Body>(
  editor: Editor<Body>,
  draft: Theirs<Body> | null,
  sent: Body,
  isConflict: boolean,
): Editor<Body> {
  if (draft === null) return editor;
  return isConflict ? contested(editor, draft) : saved(editor, sent, draft.at);
}

type ActedEvent = Exclude<Event, AnswerEvent | { type: 'asked' }>;

function acted(state: Ready, event: ActedEvent): Ready {
  switch (event.type) {
    case 'opened':
      return { ...state, open: event.partnerType, failure: null, done: null };
    case 'reasoned':
      return { ...state, reasons: { ...state.reasons, [event.subject]: event.reason } };
    case 'portfolio':
      return { ...state, portfolios: { ...state.portfolios, [event.partnerType]: event.portfolio } };
    case 'people':
      return { ...state, people: event.people };
    case 'fact-sources':
      return { ...state, factSources: { ...state.factSources, ...event.known } };
    case 'begun': {
      const { subject, body } = event;
      const editor = state.editors[subject];
      const after = editor === undefined ? openEditor(body, null, null) : replaced(editor, body);
      return { ...withEditor(state, subject, after), done: null };
    }
    case 'dropped': {
      const { [event.subject as PartnerType]: _, ...editors } = state.editors;
      return { ...state, editors, done: null };
    }
    default:
      return inEditor(state, event);
  }
}

function inEditor(state: Ready, event: EditorEvent): Ready {
  const { subject } = event;
  const settled = event.type === 'left' ? state : { ...state, done: null };
  if (subject === 'settings') return { ...settled, settings: withEvent(state.settings, event) };
  const editor = state.editors[subject];
  return editor === undefined ? state : withEditor(settled, subject, withEvent(editor, event));
}

function withEvent<Body>(editor: Editor<Body>, event: EditorEvent): Editor<Body> {
  switch (event.type) {
    case 'edited':
      // the session reads the body of this editor and hands it back changed
      return edited(editor, { ...event, body: event.body as Body });
    case 'filled-in':
      return replaced(editor, event.body as Body);
    case 'typed-no-number':
      return unreadable(editor, event.path, event.text);
    case 'left':
      return left(editor);
    case 'undone':
      return undone(editor);
    case 'reset':
      return reset(editor);
    case 'took-theirs':
      return tookTheirs(editor);
    case 'kept-mine':
      return keptMine(editor);
    default:
      return editor;
  }
}

function withEditor(state: Ready, type: PartnerType, editor: Editor<ProfileDraftBody>): Ready {
  return { ...state, editors: { ...state.editors, [type]: editor } };
}
