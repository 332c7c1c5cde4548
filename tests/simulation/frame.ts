/**
 * What the hub sends, as it travels: a copy, so that nothing is shared between the two ends. Views are copied
 * document by document and item by item, each once, however many snapshots carry it.
 */
import { ROLES, type Role } from '@wenzheng/shared/forum/access';
import type { HubToClient, Json, Patch, Snapshot } from '@wenzheng/shared/wire/protocol';
import { SentText } from './sent-text';

export type HubEvent = keyof HubToClient;
/** One event of the hub; what goes to many is encoded once. */
export interface Frame {
  readonly event: HubEvent;
  /** What it says; of views only what no earlier frame has carried to this role. */
  readonly texts: readonly SentText[];
  readonly args: unknown;
}
interface Copy {
  readonly text: SentText;
  readonly value: unknown;
  /** One bit for each role that was sent it. */
  carriedTo: number;
}
const BITS = new Map(ROLES.map((role, place) => [role, 1 << place]));
type Named = Readonly<Record<string, Json>>;
type Items = Readonly<Record<string, Named>>;

export class FrameEncoder {
  // Maps that hold on to what they know: weak ones cost the collector more than a forum's worth of frames.
  readonly #frames = new Map<object, Frame>();
  readonly #copies = new Map<object, Copy>();
  /** Several roles are often shown the same. */
  readonly #byText = new Map<string, Copy>();

  /** `role` is that of whoever the frame goes to. */
  encode(event: HubEvent, args: readonly [object, ...unknown[]], role: Role): Frame {
    const known = this.#frames.get(args[0]);
    if (known) return known;
    const frame =
      event === 'patch' || event === 'snapshot'
        ? this.#encodeView(event, args[0] as Patch | Snapshot, role)
        : encodeWhole(event, args);
    this.#frames.set(args[0], frame);
    return frame;
  }

  #encodeView(event: HubEvent, view: Patch | Snapshot, role: Role): Frame {
    const news: SentText[] = [];
    const copyNamed = (named: Named): Record<string, unknown> => {
      const copied: Record<string, unknown> = {};
      for (const name in named) copied[name] = this.#copy(named[name] ?? null, role, news);
      return copied;
    };
    const copyItems = (items: Items): Record<string, unknown> => {
      const copied: Record<string, unknown> = {};
      for (const name in items) copied[name] = copyNamed(items[name] ?? {});
      return copied;
    };
    const { revision, documents } = view;
    const args = {
      revision,
      ...(documents && { documents: copyNamed(documents) }),
      ...('epoch' in view
        ? { epoch: view.epoch, collections: copyItems(view.collections) }
        : {
            base: view.base,
            ...(view.put && { put: copyItems(view.put) }),
            ...(view.remove && { remove: view.remove }),
          }),
    };
    return { event, texts: news, args: [args] };
  }

  /** A copy of `value`; its text is added to `news` unless `role` was sent it before. */
  #copy(value: Json, role: Role, news: SentText[]): unknown {
    if (typeof value !== 'object' || value === null) {
      // A number tells of nobody's words or name.
      if (typeof value === 'string') news.push(new SentText(value));
      return value;
    }
    let copy = this.#copies.get(value);
    if (!copy) this.#copies.set(value, (copy = this.#copyOf(JSON.stringify(value))));
    const bit = BITS.get(role) ?? 0;
    if ((copy.carriedTo & bit) === 0) {
      copy.carriedTo |= bit;
      news.push(copy.text);
    }
    return copy.value;
  }

  #copyOf(text: string): Copy {
    const known = this.#byText.get(text);
    if (known) return known;
    const copy = { text: new SentText(text), value: JSON.parse(text), carriedTo: 0 };
    this.#byText.set(text, copy);
    return copy;
  }
}

function encodeWhole(event: HubEvent, args: readonly unknown[]): Frame {
  const json = JSON.stringify(args);
  return { event, texts: [new SentText(json)], args: JSON.parse(json) };
}
