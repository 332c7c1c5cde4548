/**
 * The desk's hands: one form for slip after slip, sent at once or kept on the device until the network is
 * back. What the hub turns away comes back with the reason and can be put right.
 */
import type { CommandInput, CommandOf } from '@wenzheng/shared/forum/commands';
import type { MyQuestion } from '@wenzheng/shared/forum/questions';
import { parseSerial, serialAfter, serialOf } from '@wenzheng/shared/forum/slip-serial';
import type { VoidReason } from '@wenzheng/shared/forum/slips';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { refusalText } from '@wenzheng/shared/ui/refusals';
import type { Ack, Refusal } from '@wenzheng/shared/wire/protocol';
import { Draft } from '../../draft.svelte';
import type { HubLink } from '../../hub-link';
import type { Prepared, SlipPhotos } from './slip-photos.svelte';

export type SlipField = 'serial' | 'text' | 'name';
/** Handed in by somebody, or after the box was closed; else the id of an opened box. */
export const BY_HAND = 'hand';
export const LATE = 'late';

type SlipAct = Extract<CommandInput, { type: 'enterSlip' | 'voidSlip' | 'markIllegible' }>;

/** One slip that was dealt with here. */
export interface Handled {
  readonly key: number;
  readonly act: SlipAct;
  /** Null while the hub has not answered. */
  readonly ack: Ack | null;
  readonly question: MyQuestion | null;
  /** The photo that goes with it. */
  readonly photo: Prepared | null;
}

export interface EntryParts {
  readonly live: HubLink;
  /** Id of the forum. */
  readonly forum: string;
  readonly photos: SlipPhotos;
  readonly submit: (command: CommandInput) => Promise<Ack>;
}

/** From then on the person need not wait: it is kept on the device. */
const PATIENCE_MS = 1_200;
/** So many of the newest are shown, and whatever is not answered or came back. */
const KEEP = 60;
const SCANNED = /\s*(https?:\/\/\S+#slips\/\S+)\s*$/;

export class SlipEntry {
  readonly #parts: EntryParts;
  readonly serial: Draft;
  readonly text: Draft;
  readonly name: Draft;
  readonly #origin: Draft;
  #photo = $state.raw<Prepared | null>(null);
  #further = $state(false);
  #choosing = $state(false);
  #count = 0;
  #inForm = $state.raw<number | null>(null);
  #problem = $state.raw<{ readonly field: SlipField; readonly text: string } | null>(null);
  #handled = $state.raw<readonly Handled[]>([]);

  constructor(parts: EntryParts) {
    const { forum } = parts;
    this.#parts = parts;
    this.serial = new Draft(forum, 'slip.serial');
    this.text = new Draft(forum, 'slip.text');
    this.name = new Draft(forum, 'slip.name');
    this.#origin = new Draft(forum, 'slip.origin');
  }

  get origin(): string {
    return this.#origin.text || BY_HAND;
  }
  set origin(origin: string) {
    this.#origin.text = origin;
  }
  /** Goes with the slip in the form. It may still be made ready when that is sent. */
  get photo(): Prepared | null {
    return this.#photo;
  }
  set photo(photo: Prepared | null) {
    this.#photo = photo;
  }
  /** The next question stands on the slip that was entered last. */
  get further(): boolean {
    return this.#further;
  }
  /** Somebody is about to say why the slip is void. */
  get choosing(): boolean {
    return this.#choosing;
  }
  set choosing(choosing: boolean) {
    this.#choosing = choosing;
    this.#problem = null;
  }
  get busy(): boolean {
    return this.#inForm !== null;
  }
  get problem(): { readonly field: SlipField; readonly text: string } | null {
    return this.#problem;
  }
  /** Newest first. */
  get handled(): readonly Handled[] {
    return this.#handled;
  }
  get returned(): readonly Handled[] {
    return this.#handled.filter(({ key, ack }) => ack?.ok === false && key !== this.#inForm);
  }
  /** On this device and not answered by the hub yet, those of before a reload too. */
  get onDevice(): number {
    const waiting = this.#parts.live.sending.filter((command) => 'serial' in command).length;
    return Math.max(0, waiting - (this.busy ? 1 : 0));
  }

  /** True if `text` holds what a scanner typed: the slip's number is taken from it. */
  takeScan(): boolean {
    const address = SCANNED.exec(this.text.text)?.[1];
    if (address === undefined) return this.#settleSerial();
    this.text.text = this.text.text.replace(SCANNED, '');
    this.serial.text = address;
    this.#settleSerial();
    return true;
  }

  /** The same slip once more: a second question stands on it. */
  again(): void {
    const last = this.#handled.find(({ act }) => act.type === 'enterSlip');
    if (!last) return;
    this.#further = !this.#further;
    this.serial.text = this.#further ? last.act.serial : (serialAfter(last.act.serial) ?? '');
    this.#problem = null;
  }

  /** Each resolves true when the form is ready for the next slip. */
  enter(): Promise<boolean> {
    const words = { text: this.text.text, name: this.name.text.trim() || null };
    if (words.text.trim() === '') {
      this.#problem = { field: 'text', text: m.refusal_empty() };
      return Promise.resolve(false);
    }
    return this.#send((slip) => ({
      ...{ type: 'enterSlip', ...slip, ...words },
      further: this.#further,
    }));
  }
  void(reason: VoidReason): Promise<boolean> {
    return this.#send((slip) => ({ type: 'voidSlip', ...slip, reason }));
  }
  illegible(): Promise<boolean> {
    return this.#send((slip) => ({ type: 'markIllegible', ...slip, step: 'marked' }));
  }

  /** Puts what came back into the form again. */
  mend({ key, act, photo }: Handled): void {
    this.#handled = this.#handled.filter((each) => each.key !== key);
    this.serial.text = act.serial;
    this.#photo = photo;
    if (act.type !== 'enterSlip') return;
    this.text.text = act.text;
    this.name.text = act.name ?? '';
    this.#further = act.further;
  }

  #settleSerial(): boolean {
    const slip = parseSerial(this.serial.text);
    if (slip) this.serial.text = serialOf(slip);
    return false;
  }

  async #send(
    make: (slip: Pick<CommandOf<'voidSlip'>, 'serial' | 'box' | 'late'>) => SlipAct,
  ): Promise<boolean> {
    if (this.busy) return false;
    this.#choosing = false;
    this.#settleSerial();
    const serial = this.serial.text;
    if (parseSerial(serial) === null) {
      this.#problem = { field: 'serial', text: m.refusal_not_a_serial() };
      return false;
    }
    this.#problem = null;
    const { origin } = this;
    const box = origin === BY_HAND || origin === LATE ? null : origin;
    const act = make({ serial, box, late: origin === LATE });
    const key = (this.#count += 1);
    this.#inForm = key;
    const photo = this.#photo;
    const handled = { key, act, photo, ack: null, question: null };
    this.#handled = [handled, ...this.#handled].filter(
      ({ ack }, at) => at < KEEP || ack?.ok !== true,
    );
    const answer = this.#parts.submit(act).then((ack) => {
      this.#answered(key, ack);
      return ack;
    });
    if (photo) {
      const { forum, photos } = this.#parts;
      const after = answer.then((ack) => ack.ok);
      void photos.add({ forum, serial, picture: photo, after });
    }
    const inTime = await Promise.race([answer, this.#patience()]);
    this.#inForm = null;
    if (inTime !== 'late' && !inTime.ok) {
      this.#handled = this.#handled.filter((each) => each.key !== key);
      this.#problem = { field: fieldOf(inTime), text: refusalText(inTime) };
      return false;
    }
    this.#ready(serial);
    return true;
  }

  #patience(): Promise<'late'> {
    const ms = this.#parts.live.status === 'live' ? PATIENCE_MS : 0;
    return new Promise((done) => setTimeout(() => done('late'), ms));
  }

  #answered(key: number, ack: Ack): void {
    const question = ack.ok ? (ack.question ?? null) : null;
    this.#handled = this.#handled.map((each) =>
      each.key === key ? { ...each, ack, question } : each,
    );
  }

  #ready(serial: string): void {
    this.serial.text = serialAfter(serial) ?? '';
    this.text.text = '';
    this.name.text = '';
    this.#photo = null;
    this.#further = false;
  }
}

function fieldOf({ code, field }: Refusal): SlipField {
  if (field === 'text' || field === 'name') return field;
  return code === 'malformed' && field !== 'serial' ? 'text' : 'serial';
}
