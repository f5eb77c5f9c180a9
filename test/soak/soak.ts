// npm run soak [savers [schedules] [first seed] | history [walks] [first seed] | server [seed] | events [seconds] |
// sequences [count] [seed] | rejudging [companies] [kills]]: what takes minutes, and is left out of the suite.
import { soakEvents } from './events.ts';
import { soakHistory } from './history.ts';
import { soakRejudging } from './rejudging.ts';
import { soakSavers } from './savers.ts';
import { soakSequences } from './sequences.ts';
import { soakServer } from './server.ts';

const [what, ...numbers] = process.argv.slice(2);
const known = ['savers', 'history', 'server', 'events', 'sequences', 'rejudging', undefined];
if (!known.includes(what)) {
  console.error('Say savers, history, server, events, sequences, rejudging, or nothing for all.');
  process.exit(2);
}
const figures = numbers.map(Number);
const isMeant = (name: string) => what === undefined || what === name;
if (isMeant('savers')) await soakSavers(...figures);
if (isMeant('history') && !(await soakHistory(...figures))) process.exitCode = 1;
if (isMeant('server') && !(await soakServer(...figures))) process.exitCode = 1;
if (isMeant('events') && !(await soakEvents(...figures))) process.exitCode = 1;
if (isMeant('sequences') && !(await soakSequences(...figures))) process.exitCode = 1;
if (isMeant('rejudging') && !(await soakRejudging(...figures))) process.exitCode = 1;
