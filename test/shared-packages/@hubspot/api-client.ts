import { loadOnce } from '../load-once.ts';

module.exports = loadOnce('@hubspot/api-client');
