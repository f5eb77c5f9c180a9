/** The sources cannot be built. The message is one sentence that names what is wrong; nothing was written. */
export class BuildRefused extends Error {
  override readonly name = 'BuildRefused';
}
