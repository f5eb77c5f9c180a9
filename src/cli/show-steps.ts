import type { OnProgress } from '../usecases/install/apply-plan.ts';

/** Says each step of a longer work where a person watches. Nothing is said in a pipe or a log. */
export const showSteps: OnProgress = (step, of, sentence) => {
  if (process.stderr.isTTY) console.error(`${step} of ${of}: ${sentence}`);
};
