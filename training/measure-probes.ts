/**
 * Counts what the rules find in probes/: lines that nobody's rule or model was made from when they were written.
 *   node training/measure-probes.ts            found of each rule's lines, false alarms among the ordinary ones, by file
 *   node training/measure-probes.ts --missed   and the lines of `read.tsv` that it gets wrong (never those of `kept.tsv`)
 */
import { missed, probesOf, tally } from './probes.ts';

const isTold = process.argv.includes('--missed');
for (const name of ['read', 'kept'] as const) {
  const probes = probesOf(name);
  for (const [label, { found, all }] of tally(probes))
    console.log(name, label.padEnd(22), `${found} of ${all}`);
  if (isTold && name === 'read')
    for (const { label, before, text, found } of missed(probes))
      console.log(`  ${label}\t${before}\t${text}\t${found.join(' ')}`);
}
