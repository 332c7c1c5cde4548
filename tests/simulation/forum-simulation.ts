/**
 * A whole forum with its people from one seed: they act and things go wrong, then everything heals and
 * all screens must show the same truth. The rules checked are those of docs/architecture.md.
 */
import { createHash } from 'node:crypto';
import { Dice } from '../support/dice';
import type { Entry } from '@wenzheng/server/src/journal/entry';
import { AdmissionCodes, CODE_LASTS } from '@wenzheng/server/src/forum/admission/index';
import { duration, instant, minutes, type Duration } from '@wenzheng/shared/time/instant';
import type { Acting, CodesAtHand } from './acting/choice';
import { act, CAST, invite } from './cast';
import { checkAgreement } from './checks/agreement';
import { photosAreKept } from './checks/photos-kept';
import { Rules } from './checks/rules';
import { SimDisk } from './disk';
import { Findings } from './findings';
import { FORUM_KEY, SimHub } from './hub';
import type { World } from './people';
import { PeopleWords } from './people-words';
import { remembered } from './remembered';
import { StepWatch } from './step-watch';
import { Timeline } from './timeline';
import { letTroublesStrike, type Scene } from './troubles';

export interface SimulationReport {
  readonly seed: number;
  readonly commands: number;
  readonly entries: number;
  /** Of everything that became durable: two runs of a seed have the same. */
  readonly digest: string;
}

/** Long enough for the last slow connection to break, come back and probe the time twice. */
const HEALING_MS = 150_000;
const QUIET_MS = 130_000;
const LOOK_EVERY_MS = 15_000;
/** Something happens in the hall and people press at once: no more often than this (ms). */
const BEATS = [1, 600, 2_000];
/** People go on until they have sent so many. */
export const LEAST_COMMANDS = 200;

/** Plays one forum. Rejects with seed, rule and history if a rule does not hold. */
export async function simulate(seed: number): Promise<SimulationReport> {
  return new ForumSimulation(seed).run();
}

class ForumSimulation {
  readonly #seed: number;
  readonly #dice: Dice;
  readonly #timeline = new Timeline();
  readonly #findings: Findings;
  readonly #rules: Rules;
  readonly #disk: SimDisk;
  readonly #hub: SimHub;
  readonly #steps: StepWatch;
  readonly #world: World;
  #commands = 0;

  constructor(seed: number) {
    this.#seed = seed;
    const timeline = this.#timeline;
    const dice = (this.#dice = new Dice(seed));
    const findings = (this.#findings = new Findings(seed, () => timeline.now));
    const rules = (this.#rules = new Rules(findings, FORUM_KEY));
    const disk = (this.#disk = new SimDisk({
      timeline,
      dice: dice.fork(),
      written: (entries, words) => rules.written(entries, words),
    }));
    const steps = (this.#steps = new StepWatch({
      ...{ findings, truth: rules.journal.state },
      written: () => disk.journal.size,
    }));
    const hub = (this.#hub = new SimHub({
      ...{ timeline, disk, findings, dice: dice.fork() },
      starting: () => rules.hubStarts(),
      sending: (frame, identity, role) => rules.sending(frame, identity, role),
      answering: (...answer) => rules.answering(...answer),
      publishing: (role, patch) => steps.published(role, patch),
    }));
    this.#world = { timeline, hub, findings, dice: dice.fork(), frames: 0, calm: false };
  }

  async run(): Promise<SimulationReport> {
    await this.#openForum();
    const scene = {
      world: this.#world,
      disk: this.#disk,
      devices: invite(this.#world),
      look: () => this.#lookInside(),
    };
    await this.#act(scene);
    await this.#heal(scene);
    await this.#stayQuiet();
    const entries = this.#disk.journal.entries(1, Infinity);
    this.#rules.replayEqualsLive(entries);
    this.#findings.raise();
    return {
      seed: this.#seed,
      commands: this.#commands,
      entries: entries.length,
      digest: digestOf(entries),
    };
  }

  async #openForum(): Promise<void> {
    void this.#hub.start();
    await this.#pass(50);
    void this.#hub.makeForum();
    await this.#pass(1_000);
  }

  /** People act, each at their own pace, until they have sent enough. */
  async #act(scene: Scene): Promise<void> {
    const dice = this.#dice.fork();
    const enough = LEAST_COMMANDS + dice.below(10);
    const beat = dice.pick(BEATS);
    const length = 15_000 + dice.below(60_000);
    const end = this.#timeline.now + length;
    const lateFrom = dice.chance(0.4) ? end - length * 0.4 : Infinity;
    const late = (): boolean => this.#timeline.now > lateFrom;
    const acting: Acting = {
      dice,
      words: new PeopleWords(dice.fork()),
      late,
      codes: this.#codes(),
    };
    letTroublesStrike(scene, dice.fork(), length);
    const pace = (length / enough) * CAST.reduce((sum, { tabs, busy }) => sum + tabs * busy, 0);
    CAST.forEach(({ tabs, busy }, device) => {
      const next = (tab: number): void => {
        if (this.#commands >= enough) return;
        const page = scene.devices[device]?.pages[tab];
        if (page) this.#commands += act(page, acting);
        pressLater(tab);
      };
      const pressLater = (tab: number): void => {
        const at = this.#timeline.now + dice.gap(pace / busy);
        const together = Math.ceil(at / beat) * beat + dice.between(0, 10);
        this.#timeline.later(together - this.#timeline.now, () => next(tab));
      };
      for (let tab = 0; tab < tabs; tab += 1) pressLater(tab);
    });
    for (let at = LOOK_EVERY_MS; at < length; at += LOOK_EVERY_MS) {
      this.#timeline.later(at, () => this.#lookInside());
    }
    await this.#pass(length);
    while (this.#commands < enough) await this.#pass(1_000);
  }

  #codes(): CodesAtHand {
    const codes = new AdmissionCodes(FORUM_KEY);
    const codeIn = remembered((slot: number) => codes.hallCode(instant(slot * CODE_LASTS)));
    const at = (ago: Duration): string | null => {
      const now = this.#hub.clock?.now() ?? null;
      return now === null ? null : codeIn(Math.floor((now - ago) / CODE_LASTS));
    };
    return {
      screen: () => at(duration(0)),
      old: () => at(minutes(24 * 60)),
      ticket: remembered((number) => codes.ticketCode(number)),
      stubs: () => this.#rules.admission.stubs,
    };
  }

  /** Nothing goes wrong any more: in the end everyone agrees. */
  async #heal({ devices }: Scene): Promise<void> {
    this.#findings.note('--- from here on all is well');
    this.#world.calm = true;
    await this.#pass(HEALING_MS);
    const { seat, clock } = this.#hub;
    if (!seat || !clock) return this.#findings.fail('the hub has not come back');
    this.#rules.nothingWaits(seat);
    this.#lookInside();
    await this.#pass(2_000);
    photosAreKept(this.#findings, seat, this.#disk);
    checkAgreement(this.#findings, devices, seat, clock, this.#rules);
    this.#rules.resultsAreCounted(this.#disk.journal.entries(1, Infinity), seat);
  }

  /** A clock runs and nobody does anything: nothing is sent but probes of the time. */
  async #stayQuiet(): Promise<void> {
    const before = this.#world.frames;
    await this.#pass(QUIET_MS);
    const sent = this.#world.frames - before;
    this.#findings.check(sent === 0, () => `${sent} frames while nothing happened`);
  }

  #lookInside(): void {
    if (this.#hub.clock) this.#rules.clockGoesOn(this.#hub.clock);
    if (!this.#hub.seat) return;
    this.#rules.lookInside(this.#hub.seat, () => this.#disk.journal.size);
    this.#steps.compareViews();
  }

  async #pass(ms: number): Promise<void> {
    await this.#timeline.pass(ms, () => {
      this.#steps.look(this.#hub.seat);
      return !this.#findings.failed;
    });
    this.#findings.raise();
  }
}

function digestOf(entries: readonly Entry[]): string {
  const hash = createHash('sha256');
  for (const entry of entries) hash.update(JSON.stringify(entry));
  return hash.digest('hex').slice(0, 16);
}
