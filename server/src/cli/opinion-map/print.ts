/** `wenzheng opinion-map`: says in a line what the map is, and writes it whole where it is wanted. */
import { writeFileSync } from 'node:fs';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { bilingual } from '../../terminal/bilingual';
import { withFile } from './file-problem';
import { opinionMapOf, type MapFiles, type WrittenMap } from './map-of-files';

/** Errors: FileProblem. */
export function printOpinionMap(files: MapFiles, json: string | undefined): void {
  const map = opinionMapOf(files);
  const lines = [summary(map)];
  if (json !== undefined) {
    withFile(json, () => writeFileSync(json, `${JSON.stringify(map)}\n`));
    lines.push(bilingual(m.hub_opinion_map_written, { file: json }));
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function summary({ participants, statements, groups, silhouettes, stability }: WrittenMap): string {
  const counts = {
    people: participants.length,
    statements: statements.length,
    groups: groups.length,
  };
  if (stability === null) return bilingual(m.hub_opinion_map_given, counts);
  const silhouette = silhouettes[String(groups.length)] ?? 0;
  return bilingual(m.hub_opinion_map, { ...counts, silhouette: silhouette.toFixed(2) });
}
