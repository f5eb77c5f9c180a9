import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest runs tests in a context of its own, in which PGlite cannot load its WebAssembly. It is loaded outside and handed in,
 * for the tests that ask for it.
 */
export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.openPglite = async (folder) => {
      const { PGlite } = await import('@electric-sql/pglite');
      return PGlite.create(folder);
    };
  }
}
