import { isBlank } from '../../../src/icp/scorecard.ts';

import { LinkedSentence } from '../../common/LinkedSentence.tsx';
import { Column } from '../../common/layout.tsx';

/** Evidence or a note as it was written: every line of it, with its web addresses as links. */
export function LinkedText({ text }: { text: string }) {
  const lines = text.split(/\r\n|[\r\n]/).filter((line) => !isBlank(line));
  return (
    <Column gap="flush">
      {lines.map((line, index) => (
        <LinkedSentence key={index} text={line} />
      ))}
    </Column>
  );
}
