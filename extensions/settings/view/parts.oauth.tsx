import { BACKGROUND } from '../../../src/messages/background.ts';
import { followBackground } from '../state/background.ts';
import { BackgroundTab } from './BackgroundTab.tsx';
import type { OpenParts } from './parts.tsx';
import { RejudgeByServer } from './RejudgeByServer.tsx';
import { Running } from './Running.tsx';

/** In the OAuth edition a server works in the background, whether the page is open or not. */
export const openParts: OpenParts = (surroundings) => {
  const background = followBackground(surroundings);
  return {
    open: () => {
      background.open();
      return background.close;
    },
    RejudgeAll: (props) => <RejudgeByServer {...props} background={background} />,
    Running: (props) => <Running {...props} background={background} />,
    background: {
      title: BACKGROUND,
      Body: (props) => <BackgroundTab {...props} background={background} />,
    },
  };
};
