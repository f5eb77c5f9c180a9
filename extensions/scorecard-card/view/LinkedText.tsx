import { Link, Text } from '@hubspot/ui-extensions';

import { isBlank } from '../../../src/icp/scorecard.ts';
import { isWebAddress, splitAtAddresses } from '../../../src/icp/web-addresses.ts';

import { Column } from '../../common/layout.tsx';

/** Evidence or a note as it was written: every line of it, with its web addresses as links. */
export function LinkedText({ text }: { text: string }) {
  const lines = text.split(/\r\n|[\r\n]/).filter((line) => !isBlank(line));
  return (
    <Column gap="flush">
      {lines.map((line, index) => (
        <Text key={index}>
          {splitAtAddresses(line).map((piece, at) =>
            isWebAddress(piece) ? (
              <Link key={at} href={{ url: piece, external: true }}>
                {piece}
              </Link>
            ) : (
              piece
            ),
          )}
        </Text>
      ))}
    </Column>
  );
}
