const shared = {
  testEnvironment: '<rootDir>/jest-environment.config.js',
  roots: ['<rootDir>/test'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Large packages are loaded once for all test files of a worker.
  moduleNameMapper: {
    '^(axe-core|fast-check|playwright-core|zod|@hubspot/api-client)$': '<rootDir>/test/shared-packages/$1.ts',
  },
  transformIgnorePatterns: ['/node_modules/(?!(@hubspot/ui-extensions|@remote-ui|tinyspy)/)'],
};

const named = (suffix) => `\\.${suffix}\\.test\\.tsx?$`;

/**
 * The name of a file says what it takes: `x.browser.test.ts` runs in a browser, `x.long.test.ts` enumerates many cases,
 * makes random ones, or starts many processes. `npm run test:quick` leaves both out.
 */
export default {
  testTimeout: 180_000,
  maxWorkers: 2,
  // Node collects garbage late on a machine with much memory: a worker with more than this on its heap starts anew.
  workerIdleMemoryLimit: '800MB',
  // Half a second, the default, is short for a worker of much memory on a busy machine: jest would end it, and blame a test.
  workerGracefulExitTimeout: 10_000,
  testSequencer: '<rootDir>/jest-sequence.config.js',
  projects: [
    { ...shared, displayName: 'quick', testRegex: '(?<!\\.(browser|long))\\.test\\.tsx?$' },
    { ...shared, displayName: 'long', testRegex: named('long') },
    {
      ...shared,
      displayName: 'browser',
      testRegex: named('browser'),
      globalSetup: '<rootDir>/test/browser/start-server.ts',
      globalTeardown: '<rootDir>/test/browser/stop-server.ts',
    },
  ],
};
