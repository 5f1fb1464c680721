import { watchEventLoop } from './event-loop-watch.ts';

// Does nothing beside the controller: how late it is, is how late the machine made everybody.
const stalls = watchEventLoop();
process.send?.('open');
process.on('message', (message) => {
  if (message === 'stop') process.exit(0);
  process.send?.(stalls());
});
