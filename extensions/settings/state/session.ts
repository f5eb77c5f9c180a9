import type { ProfileDraftBody } from '../../../src/contract/policy.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { FactSources, Settings } from '../../../src/icp/settings.ts';

import { type Caller, discard, load, publish, readPortfolio, rollBack, save } from './calls.ts';
import { type Editor, isDirty } from './editor.ts';
import { readFactSources, testFactSources } from './fact-sources.ts';
import { readPeople } from './people-calls.ts';
import type { Subject } from './page-state.ts';
import { createStore } from './reduce.ts';

/** The settings page of one person: its state, and everything that they can do with it. */
export type Session = ReturnType<typeof startSession>;

/**
 * Starts a session that has loaded nothing yet.
 *
 * The state lives here and not in React: a click can arrive before React has drawn the change that the same click
 * committed, and a save must include that change.
 */
export function startSession(subject: Omit<Caller, 'store'>) {
  const store = createStore();
  const { read, dispatch, subscribe } = store;
  const caller = { store, ...subject };
  const isUnsaved = (of: Subject) => {
    const state = read();
    if (state.phase !== 'ready') return false;
    const editor: Editor<unknown> | undefined = of === 'settings' ? state.settings : state.editors[of];
    return editor !== undefined && isDirty(editor);
  };
  return {
    read,
    subscribe,
    load: () => load(caller),
    open: (partnerType: PartnerType | null) => dispatch({ type: 'opened', partnerType }),
    begin: (type: PartnerType, body: ProfileDraftBody) => dispatch({ type: 'begun', subject: type, body }),
    /** Changes one field. @param change gets what the editor holds now */
    editProfile: (
      type: PartnerType,
      path: string,
      change: (body: ProfileDraftBody) => ProfileDraftBody,
      isTyping = false,
    ) => {
      const state = read();
      const body = state.phase === 'ready' ? state.editors[type]?.body : undefined;
      if (body !== undefined) dispatch({ type: 'edited', subject: type, path, body: change(body), isTyping });
    },
    editSettings: (path: string, change: (settings: Settings) => Settings, isTyping = false) => {
      const state = read();
      if (state.phase !== 'ready') return;
      const body = change(state.settings.body);
      dispatch({ type: 'edited', subject: 'settings', path, body, isTyping });
    },
    /** Takes over sources of facts that the app proposes. */
    useFactSources: (factSources: FactSources) => {
      const state = read();
      if (state.phase !== 'ready') return;
      dispatch({ type: 'filled-in', subject: 'settings', body: { ...state.settings.body, factSources } });
    },
    readFactSources: () => readFactSources(store),
    testFactSources: () => testFactSources(store),
    typeNoNumber: (of: Subject, path: string, text: string) =>
      dispatch({ type: 'typed-no-number', subject: of, path, text }),
    leave: (of: Subject) => dispatch({ type: 'left', subject: of }),
    undo: (of: Subject) => dispatch({ type: 'undone', subject: of }),
    /** Back to what is stored. */
    reset: (of: Subject) => dispatch({ type: 'reset', subject: of }),
    takeTheirs: (of: Subject) => dispatch({ type: 'took-theirs', subject: of }),
    saveMine: async (of: Subject) => {
      dispatch({ type: 'kept-mine', subject: of });
      await save(caller, of);
    },
    /** Keeps the reason, whatever tab is opened meanwhile. */
    giveReason: (of: Subject, reason: string) => dispatch({ type: 'reasoned', subject: of, reason }),
    save: (of: Subject) => save(caller, of),
    discard: (of: Subject) => discard(caller, of),
    publish: (of: Subject, reason: string) => publish(caller, of, reason, isUnsaved(of)),
    rollBack: (type: PartnerType, version: number, reason: string) => rollBack(caller, type, version, reason),
    readPeople: () => readPeople(store),
    readPortfolio: (type: PartnerType, isFromStart: boolean) => readPortfolio(caller, type, isFromStart),
  };
}
