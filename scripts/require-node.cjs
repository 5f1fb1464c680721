'use strict';
// Runs on whatever Node the machine has, so it keeps to syntax that an old one reads.
const needed = 26;
if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `Shanyraq runs on Node ${needed}, which npm installs with it, but this is Node ${process.versions.node}: ` +
      'run `npm ci` (without --ignore-scripts), then the same command again.',
  );
  process.exit(2);
}
