// npm run soak [savers [schedules] [first seed] | server [seed]]: what takes minutes, and is left out of the suite.
import { soakSavers } from './savers.ts';
import { soakServer } from './server.ts';

const [what, ...numbers] = process.argv.slice(2);
const known = ['savers', 'server', undefined];
if (!known.includes(what)) {
  console.error('Say savers, server, or nothing for both.');
  process.exit(2);
}
if (what !== 'server') await soakSavers(...numbers.map(Number));
if (what !== 'savers') process.exitCode = (await soakServer(...numbers.map(Number))) ? 0 : 1;
