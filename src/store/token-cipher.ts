import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { TOKEN_CHANGED, keyMissing } from '../messages/connecting.ts';

/** A key of AES-256-GCM, by the name that sealed texts carry. */
export interface CipherKey {
  /** Letters, digits, `-` and `_`, at most 32 characters. */
  name: string;
  /** 32 bytes. */
  key: Buffer;
}

/** Seals tokens and answers before they are stored. */
export interface TokenCipher {
  /** @param place what the text belongs to, such as `4711:62515:refresh`: it opens nowhere else */
  seal: (text: string, place: string) => Buffer;
  /** @throws CannotOpen */
  open: (sealed: Buffer, place: string) => string;
  /** What texts sealed with the current key begin with. Those with another beginning can be sealed anew. */
  current: Buffer;
}

/** The key is unknown, the text was changed, or it belongs to another place. Names no secret. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

const NONCE = 12;
const TAG = 16;

/** @param keys the first one seals; all of them open */
export function openCipher(keys: readonly [CipherKey, ...CipherKey[]]): TokenCipher {
  const [current] = keys;
  const name = Buffer.from(current.name);
  const beginning = Buffer.concat([Buffer.from([name.length]), name]);
  return {
    current: beginning,
    seal: (text, place) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce);
      cipher.setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([beginning, nonce, cipher.getAuthTag(), sealed]);
    },
    open: (sealed, place) => {
      const { name, nonce, tag, text } = partsOf(sealed);
      const key = keys.find((each) => each.name === name)?.key;
      if (key === undefined) throw new CannotOpen(keyMissing(name));
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce);
        decipher.setAAD(Buffer.from(place));
        decipher.setAuthTag(tag);
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new CannotOpen(TOKEN_CHANGED, { cause });
      }
    },
  };
}

/** The length of the key's name, the name, nonce, tag, and the sealed text. */
function partsOf(sealed: Buffer) {
  const from = 1 + (sealed[0] ?? 0);
  return {
    name: sealed.toString('utf8', 1, from),
    nonce: sealed.subarray(from, from + NONCE),
    tag: sealed.subarray(from + NONCE, from + NONCE + TAG),
    text: sealed.subarray(from + NONCE + TAG),
  };
}
