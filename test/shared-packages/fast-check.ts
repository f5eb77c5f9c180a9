import { loadOnce } from './load-once.ts';

module.exports = loadOnce('fast-check');
