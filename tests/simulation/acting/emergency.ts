/** A host raises emergencies, changes what they say, and ends them; at times one that is over already. */
import { EMERGENCIES, type EmergencyKind } from '@wenzheng/shared/forum/safety';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Choice } from './choice';

type Sight = Pick<ViewOf<'host'>['documents'], 'emergency' | 'upNext' | 'undo'>;

/**
 * What is said follows from what the tablet shows: no dice are thrown for it, so that whatever else is chosen
 * stays what it was.
 */
export function emergencyChoices({ emergency, upNext, undo }: Sight): Choice[] {
  const turn = upNext.waiting + undo.actions.length;
  const said = {
    kind: EMERGENCIES[turn % EMERGENCIES.length] ?? ('other' satisfies EmergencyKind),
    drill: turn % 2 === 0,
    message: turn % 3 === 0 ? '请走东门' : null,
  };
  if (!emergency) return [[0.9, { type: 'raiseEmergency', ...said }]];
  const { number } = emergency;
  return [
    [4, { type: 'allClear', emergency: number }],
    [0.3, { type: 'allClear', emergency: number - 1 }],
    [0.5, { type: 'raiseEmergency', ...said }],
    [1, { type: 'amendEmergency', emergency: number, ...said }],
  ];
}
