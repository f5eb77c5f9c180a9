import { loadOnce } from './load-once.ts';

module.exports = loadOnce('axe-core');
