import { Link, Text } from '@hubspot/ui-extensions';

import { isWebAddress, splitAtAddresses } from '../../src/icp/web-addresses.ts';

/** A line of text with its web addresses as links. */
export function LinkedSentence({ text }: { text: string }) {
  return (
    <Text>
      {splitAtAddresses(text).map((piece, at) =>
        isWebAddress(piece) ? (
          <Link key={at} href={{ url: piece, external: true }}>
            {piece}
          </Link>
        ) : (
          piece
        ),
      )}
    </Text>
  );
}
