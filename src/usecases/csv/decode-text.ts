import { Refused } from '../refused.ts';
import { NOT_TEXT, WORKBOOK, cannotBeImported } from '../../messages/csv.ts';

/** How the bytes of a file stand for characters. Windows-1252 is what Excel writes where nobody asked for UTF-8. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The characters of Windows-1252 from 0x80 to 0x9F. Some releases of Node decode them as Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The text of a file: in UTF-8, in UTF-16 where a byte order mark says so, else in Windows-1252.
 *
 * @throws Refused `invalid-input` when it is no text
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw notImported(WORKBOOK);
  const encoding = encodingOf(bytes);
  const text = encoding === 'windows-1252' ? inWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) throw notImported(NOT_TEXT);
  return { text, encoding };
}

/** The text as Windows-1252 keeps it: a spreadsheet saves a question mark for every other character. */
export function asWindows1252(text: string): string {
  return text.replace(/[^\0-\x7F\u00A0-\u00FF]/gu, (character) =>
    WINDOWS_1252.includes(character) ? character : '?',
  );
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function inWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}

function notImported(sentence: string): Refused {
  return new Refused('invalid-input', cannotBeImported(sentence), { field: 'file' });
}
