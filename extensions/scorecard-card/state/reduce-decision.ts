import type { DecisionEvent, Ready } from './card-state.ts';
import { type DecisionForm, emptied } from './decision-form.ts';

/** Takes in what a person did to the form of a decision, and what is known of the slots. */
export function reduceDecision(state: Ready, event: DecisionEvent): Ready {
  const decision = changed(state.decision, event);
  const isOfForm = event.type === 'decision-entered' || event.type === 'decision-emptied';
  const isOver = isOfForm && state.failure?.call === 'decide';
  return { ...state, decision, ...(isOver && { failure: null }) };
}

function changed(form: DecisionForm, event: DecisionEvent): DecisionForm {
  switch (event.type) {
    case 'decision-entered':
      // of a text input that was made anew since, a late keystroke counts no more
      if (event.revision !== undefined && event.revision !== form.revision) return form;
      return {
        ...form,
        ...event.input,
        ...{ sent: null, done: null },
        revision: form.revision + Number(event.isOutside ?? false),
      };
    case 'decision-emptied':
      return { ...emptied(form), conflict: form.conflict };
    case 'decision-sent':
      return { ...form, sent: event.sent, done: null };
    case 'slots-read':
      return event.read.id < (form.slots?.id ?? 0) ? form : { ...form, slots: event.read };
  }
}
