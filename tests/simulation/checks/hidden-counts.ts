/** While counts are hidden nobody but staff is sent one, nor anything that tells who has more than whom. */
import type { Role } from '@wenzheng/shared/forum/access';
import type {
  PicksView,
  PickingView,
  TopAskedView,
  UpNextView,
} from '@wenzheng/shared/forum/picking';
import type { PublicResultsView } from '@wenzheng/shared/forum/followup';
import type { Patch, Snapshot } from '@wenzheng/shared/wire/protocol';
import type { Frame } from '../network';

/** Of what a display or a phone is sent. */
interface Documents {
  readonly picking?: PickingView;
  readonly support?: number | null;
  readonly upNext?: UpNextView;
  readonly results?: PublicResultsView | null;
  readonly picks?: PicksView;
  readonly topAsked?: TopAskedView | null;
}
const PUBLIC: ReadonlySet<Role> = new Set<Role>(['audience', 'kiosk', 'display']);

export class HiddenCounts {
  /** Role → whether the feed of that role has said so last. */
  readonly #hidden = new Map<Role, boolean>();

  /** What `frame` tells that `role` must not know, in words; null if nothing. */
  toldBy(frame: Frame, role: Role): string | null {
    if (!PUBLIC.has(role) || (frame.event !== 'patch' && frame.event !== 'snapshot')) return null;
    const [sent] = frame.args as [Snapshot | Patch];
    const documents = (sent.documents ?? {}) as Documents;
    if (documents.picking) this.#hidden.set(role, documents.picking.countsHidden);
    if (!this.#hidden.get(role)) return null;
    const items = 'collections' in sent ? sent.collections : (sent.put ?? {});
    const told = [
      ...(Object.keys(items['counts'] ?? {}).length > 0 ? ['counts'] : []),
      ...(typeof documents.support === 'number' ? ['support'] : []),
      ...(documents.upNext?.questions.some(({ source }) => source !== 'paper' && source !== 'mic')
        ? ['who of the others is next']
        : []),
      ...(typeof documents.results?.supports === 'number' ? ['supports'] : []),
      ...(documents.results?.mostSupported.length ? ['the most supported'] : []),
      ...(documents.picks?.picks.length ? ['picks'] : []),
      ...(documents.topAsked?.questions.length ? ['asked of the most supported'] : []),
    ];
    return told.length > 0 ? `${role} was told ${told.join(', ')} while counts are hidden` : null;
  }
}
