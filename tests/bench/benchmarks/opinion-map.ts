/**
 * The map of opinion of 2,000 people who answered 140 of 200 statements, while they go on answering: how long after the
 * answers were read it stands on the big screen, and how long answers take to be acknowledged while it is reckoned,
 * against all other times of the same run. The same answers make the same bytes ten times, or the run fails.
 */
import type { DrawnMap } from '@wenzheng/shared/forum/opinion-map';
import { Mapper } from '@wenzheng/server/src/forum/opinions/mapping/mapper';
import { packRows } from '@wenzheng/server/src/forum/opinions/mapping/mapping';
import { opinionCrowd } from '../../support/opinion-crowd';
import { median, percentile } from '../figures';
import { sharedNow } from '../process/clock';
import { member, openDoors, openHall, type Member } from '../process/hall';
import type { Measured } from '../result';
import { withScope } from '../scope';

const PEOPLE = 2_000;
const STATEMENTS = 200;
const ANSWERED = 140;
/** A phone may answer five times a second. */
const FILLING = { perSecond: PEOPLE * 4, seconds: ANSWERED / 4 };
const GOING_ON = { perSecond: 400, seconds: 60 };
/** Staff may send 120 commands at once and then 40 a second. */
const ADDED_AT_ONCE = 100;
const BREATHE_MS = 2_600;

export function opinionMaps(): Promise<Measured[]> {
  sameBytes();
  return withScope(async (scope) => {
    const hub = await openHall(scope);
    const statements = await addStatements(await member(scope, hub, 'moderator'));
    const display = await member(scope, hub, 'display');
    const people = await openDoors(scope, hub, PEOPLE);
    await people.call('answers', statements, FILLING.perSecond, FILLING.seconds);
    const maps = mapsSeen(display);
    const acknowledged = await people.call(
      'answers',
      statements,
      GOING_ON.perSecond,
      GOING_ON.seconds,
    );
    const whole = maps.filter((map) => map.people === PEOPLE && map.statements === STATEMENTS);
    if (whole.length < 3) throw new Error(`only ${whole.length} of ${maps.length} maps were whole`);
    const isDuring = (at: number): boolean =>
      whole.some(({ read, shown }) => at >= read && at <= shown);
    const during = acknowledged.filter(({ at }) => isDuring(at)).map(({ took }) => took);
    const others = acknowledged.filter(({ at }) => !isDuring(at)).map(({ took }) => took);
    const times = whole.map(({ read, shown }) => shown - read);
    return [
      {
        ...{ name: 'opinion-map', value: median(times), unit: 'ms', baseline: null },
        ...{ limit: { at: 'most', value: 1_000 }, runs: times },
      },
      {
        ...{ name: 'opinion-map-p99', value: percentile(during, 0.99), unit: 'ms' },
        ...{ baseline: percentile(others, 0.99), limit: { at: 'most', ratio: 1.2 } },
      },
    ];
  });
}

interface SeenMap extends Pick<DrawnMap, 'people' | 'statements'> {
  /** When its answers were read, and when it stood on the big screen; ms of the clock that processes share. */
  readonly read: number;
  readonly shown: number;
}

/** Fills up as maps come. */
function mapsSeen({ socket }: Member): SeenMap[] {
  const seen: SeenMap[] = [];
  let last = 0;
  socket.on('patch', ({ documents }) => {
    const map = documents?.['opinionMap'] as unknown as DrawnMap | null | undefined;
    if (!map || map.at === last) return;
    last = map.at;
    const shown = sharedNow();
    // The hub's time runs beside the wall clock's here.
    const read = shown - (Date.now() - map.at);
    seen.push({ read, shown, people: map.people, statements: map.statements });
  });
  return seen;
}

async function addStatements(desk: Member): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= STATEMENTS; number += 1) {
    const ack = await desk.command({
      type: 'addStatement',
      text: `第${number}条：路灯应当早些修。`,
    });
    if (!ack.ok || !ack.statement)
      throw new Error(`a statement was refused: ${JSON.stringify(ack)}`);
    ids.push(ack.statement.id);
    if (number % ADDED_AT_ONCE === 0) await new Promise((done) => setTimeout(done, BREATHE_MS));
  }
  return ids;
}

function sameBytes(): void {
  const crowd = opinionCrowd({ people: PEOPLE, statements: STATEMENTS, camps: 3 });
  const packed = packRows(
    crowd.map((answers, row) => [row, answers] as const),
    Number,
  );
  const made = Array.from({ length: 10 }, () => {
    const seen = Array.from({ length: STATEMENTS }, (_, column) => column);
    const mapper = new Mapper();
    mapper.tell(packed);
    const { map, priorities } = mapper.map({ seen, before: null });
    return JSON.stringify({ map, priorities });
  });
  if (new Set(made).size !== 1) throw new Error('the same answers made different maps');
}
