import type { Logger } from 'pino';

import { sealedWithMissingKey } from '../../messages/connecting.ts';
import type { Database } from '../../store/database.ts';
import type { Installs } from '../../store/installs.ts';
import { type Resealed, resealTokens } from '../../store/reseal-tokens.ts';
import type { TokenCipher } from '../../store/token-cipher.ts';

interface Surroundings {
  database: Database;
  cipher: TokenCipher;
  installs: Pick<Installs, 'read' | 'noteError'>;
  log: Logger;
}

/**
 * Seals stored tokens with the current key, at the start of the server and when whoever runs it asks. A portal whose tokens
 * cannot be opened is told in the log and on the health page; the others go on.
 */
export async function reseal({ database, cipher, installs, log }: Surroundings): Promise<Resealed> {
  const outcome = await resealTokens(database, cipher);
  const { resealed, unreadable } = outcome;
  if (resealed > 0) log.info({ portals: resealed }, 'tokens sealed with the current key');
  for (const key of unreadable) {
    const sentence = (await installs.read(key))?.unreadable ?? null;
    if (sentence === null) continue;
    log.error(key, sentence);
    await installs.noteError(key, sentence);
  }
  if (unreadable.length > 0) log.error(sealedWithMissingKey(unreadable.length));
  return outcome;
}
