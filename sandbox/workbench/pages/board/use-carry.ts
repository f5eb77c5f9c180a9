import { useCallback, useState, type KeyboardEvent } from 'react';
import type { Deal, Stage } from './board-crm.ts';

/** A deal that is being moved. */
export interface Carry {
  deal: Deal;
  /** The id of the stage under it. */
  over: string;
  by: 'mouse' | 'keys';
}

export interface Carrying {
  carry: Carry | undefined;
  announcement: string;
  announce: (sentence: string) => void;
  lift: (deal: Deal, by: Carry['by']) => void;
  hover: (stage: string) => void;
  drop: () => void;
  cancel: () => void;
  place: (deal: Deal, stage: string) => void;
  onKeyDown: (event: KeyboardEvent, deal: Deal) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Picks up, carries and drops deals. Keyboard steps are announced to screen readers. */
export function useCarry(stages: readonly Stage[], move: (deal: Deal, stage: string) => void): Carrying {
  const [carry, setCarry] = useState<Carry>();
  const [announcement, announce] = useState('');
  const labelOf = (id: string) => stages.find((stage) => stage.id === id)?.label ?? 'no stage';

  const place = (deal: Deal, stage: string) => {
    if (stage === '' || stage === deal.stage) {
      announce(`${deal.name} stays in ${labelOf(deal.stage)}.`);
      return;
    }
    announce(`${deal.name} moved from ${labelOf(deal.stage)} to ${labelOf(stage)}.`);
    move(deal, stage);
  };
  const lift = (deal: Deal, by: Carry['by']) => {
    setCarry({ deal, over: deal.stage, by });
    if (by === 'mouse') return;
    announce(
      `Picked up ${deal.name}, in ${labelOf(deal.stage)}. Left and right choose a stage, Space drops, Escape cancels.`,
    );
  };
  const drop = () => {
    if (carry) place(carry.deal, carry.over);
    setCarry(undefined);
  };
  const cancel = useCallback(() => {
    setCarry((before) => {
      if (before?.by === 'keys') announce(`Cancelled. ${before.deal.name} stays where it was.`);
      return undefined;
    });
  }, []);
  const step = (by: number) => {
    if (!carry) return;
    const next = stages[stages.findIndex(({ id }) => id === carry.over) + by];
    if (!next) return;
    setCarry({ ...carry, over: next.id });
    announce(`Over ${next.label}, column ${stages.indexOf(next) + 1} of ${stages.length}.`);
    document.getElementById(`stage-${next.id}`)?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent, deal: Deal) => {
    const isCarried = carry?.deal.id === deal.id;
    if (event.key === ' ' || event.key === 'Enter') {
      if (isCarried) drop();
      else lift(deal, 'keys');
    } else if (!isCarried) return;
    else if (event.key === 'Escape') cancel();
    else if (event.key in STEPS) step(STEPS[event.key] ?? 0);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  };
  const hover = (stage: string) => {
    setCarry((before) => before && (before.over === stage ? before : { ...before, over: stage }));
  };
  return { carry, announcement, announce, lift, hover, drop, cancel, place, onKeyDown };
}
