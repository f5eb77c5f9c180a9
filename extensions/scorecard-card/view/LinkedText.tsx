import { Link, Text } from '@hubspot/ui-extensions';

import { isBlank } from '../../../src/icp/scorecard.ts';

import { Column } from '../../common/layout.tsx';

/** Evidence or a note as it was written: every line of it, with its web addresses as links. */
export function LinkedText({ text }: { text: string }) {
  const lines = text.split(/\r\n|[\r\n]/).filter((line) => !isBlank(line));
  return (
    <Column gap="flush">
      {lines.map((line, index) => (
        <Text key={index}>
          {piecesOf(line).map((piece, at) =>
            isAddress(piece) ? (
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

/** An address ends before the punctuation of its sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?'()\]}])/i;

function piecesOf(line: string): string[] {
  return line.split(ADDRESS).filter((piece) => piece !== '');
}

function isAddress(piece: string): boolean {
  return /^https?:\/\/./i.test(piece);
}
