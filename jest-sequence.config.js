import Sequencer from '@jest/test-sequencer';

const RANK = { long: 0, browser: 1, quick: 2 };
const rankOf = ({ context }) => RANK[context.config.displayName.name];

/** Starts the long files first, so that two workers end at about the same time. Within a kind jest's own order holds. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rankOf(one) - rankOf(other));
  }
}
