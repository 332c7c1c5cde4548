/** What goes wrong, how often, and how. Each run has its own mixture, so that rare ones meet too. */
import { ANSWERS } from '@wenzheng/shared/forum/opinions';
import type { Dice } from '../support/dice';
import { oneOf } from './acting/choice';
import { honest } from './cast';
import { misbehave } from './acting/mischief';
import type { SimDisk } from './disk';
import { NOTICED_WITHIN } from './network';
import type { Device, World } from './people';

export interface Scene {
  readonly world: World;
  readonly disk: SimDisk;
  readonly devices: readonly Device[];
  /** Holds what the hub has in memory against what the journal says. */
  readonly look: () => void;
}
type Strike = (scene: Scene, dice: Dice) => void;
interface Trouble {
  /** Milliseconds between two of a kind, on average. */
  readonly every: number;
  readonly strike: Strike;
}

const pages = ({ devices }: Scene) => devices.flatMap((device) => device.pages);

const crash: Strike = ({ world: { hub, timeline } }, dice) => {
  if (!hub.isAlive) return;
  hub.crash();
  timeline.later(dice.between(100, 4_000), () => void hub.start());
};

/** The disk is in a bad state for a while. */
const disk =
  (state: SimDisk['state'], longest: number): Strike =>
  ({ world, disk: sick, look }, dice) => {
    sick.state = state;
    world.timeline.later(dice.between(200, longest), () => {
      sick.state = 'sound';
      look();
    });
  };

export const TROUBLES: Readonly<Record<string, Trouble>> = {
  'a connection breaks': {
    every: 3_000,
    strike: (scene, dice) => dice.pick(pages(scene)).line?.cut(NOTICED_WITHIN),
  },
  'a connection is half open': {
    every: 5_400,
    strike: (scene, dice) => dice.pick(pages(scene)).line?.halve(NOTICED_WITHIN),
  },
  'all connections break': {
    every: 36_000,
    strike: (scene) => {
      for (const page of pages(scene)) page.line?.cut(NOTICED_WITHIN);
    },
  },
  'a connection is slow': {
    every: 3_600,
    strike: (scene, dice) => dice.pick(pages(scene)).line?.stall(dice.between(1_000, 8_000)),
  },
  'the disk is full': { every: 15_000, strike: disk('full', 6_000) },
  'the disk fails': { every: 10_800, strike: disk('failing', 5_000) },
  'the hub is killed': { every: 18_000, strike: crash },
  'the machine is booted': {
    every: 54_000,
    strike: (scene, dice) => {
      const { hub, timeline } = scene.world;
      crash(scene, dice);
      hub.boot += 1;
      hub.bootedAt = timeline.now;
    },
  },
  'the wall clock steps': {
    every: 24_000,
    strike: ({ world: { hub } }, dice) => {
      hub.wallError = dice.between(-300_000, 300_000);
    },
  },
  'a page is loaded again': {
    every: 5_400,
    strike: ({ devices }, dice) => {
      const device = dice.pick(devices);
      device.reload(dice.pick(device.pages));
    },
  },
  'somebody misbehaves': {
    every: 1_500,
    strike: (scene, dice) => {
      const device = dice.pick(scene.devices.filter((each) => !honest(each)));
      misbehave(dice.pick(device.pages), pages(scene), dice);
    },
  },
  'somebody presses like mad': {
    every: 36_000,
    strike: ({ devices }, dice) => {
      const phone = dice.pick(devices.filter(({ identity }) => identity.role === 'audience'));
      const page = dice.pick(phone.pages);
      const questions = Object.keys(page.view('audience')?.collections.questions ?? {});
      const statements = Object.keys(page.view('audience')?.collections.statements ?? {});
      for (let press = 0; questions.length > 0 && press < 60; press += 1) {
        const [statement] = dice.chance(0.3) ? oneOf(dice, statements) : [];
        const question = dice.pick(questions);
        page.press(
          statement === undefined
            ? { type: 'supportQuestion', question, on: dice.chance(0.5) }
            : { type: 'answerStatement', statement, answer: dice.pick(ANSWERS) },
        );
      }
    },
  },
  'a snapshot is kept': { every: 12_000, strike: ({ world: { hub } }) => hub.keepSnapshot() },
  'the snapshot is torn, or an older one, or gone': {
    every: 24_000,
    strike: ({ disk: { snapshots } }, dice) => {
      const newest = snapshots.pop();
      if (newest !== undefined && dice.chance(0.5))
        snapshots.push(newest.subarray(0, dice.below(newest.length)));
    },
  },
};

/** Lets what is drawn for this run strike at random until `until`. */
export function letTroublesStrike(scene: Scene, dice: Dice, until: number): void {
  const { timeline, findings } = scene.world;
  for (const [name, { every, strike }] of Object.entries(TROUBLES)) {
    if (dice.chance(0.35)) continue;
    for (let at = dice.gap(every); at < until; at += dice.gap(every)) {
      timeline.later(at, () => {
        findings.note(`--- ${name}`);
        strike(scene, dice);
      });
    }
  }
}
