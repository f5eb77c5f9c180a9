import { answered } from './reduce-answer.ts';
import type { AskedEvent, CardState, Event } from './card-state.ts';
import { edited } from './reduce-edit.ts';
import { profiled } from './reduce-type.ts';

/** What the card knows after an event. Pure. */
export function nextState(state: CardState, event: Event): CardState {
  switch (event.what) {
    case 'asked':
      return asked(state, event);
    case 'loaded':
    case 'saved':
    case 'cleared':
    case 'refused':
      return event.request === state.request ? answered(state, event) : state;
    case 'profile-shown':
    case 'profile-refused':
      return state.phase === 'ready' ? profiled(state, event) : state;
    default:
      return state.phase === 'ready' ? edited(state, event) : state;
  }
}

function asked(state: CardState, { request, call, place }: AskedEvent): CardState {
  if (state.phase !== 'ready') return { phase: 'loading', request };
  return {
    ...state,
    request,
    busy: call,
    failure: null,
    isSaved: false,
    typing: null,
    place: place ?? state.place,
  };
}
