/** After everything has healed: every page shows the truth, owes nothing and knows the time. */
import type { RoomSeat } from '@wenzheng/server/src/engine/open-room';
import { supportedIn } from '@wenzheng/server/src/forum/questions/index';
import type { HubClock } from '@wenzheng/server/src/ports/hub-clock';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { isVote } from '@wenzheng/shared/forum/votes';
import { honest, ORDERLY } from '../cast';
import type { Findings } from '../findings';
import type { Device, Page } from '../people';
import type { Rules } from './rules';
import { differs, firstDifference, wrongShape } from './view-check';

/** People's words: like votes they are sent however long it takes. */
const WORDS: ReadonlySet<CommandInput['type']> = new Set<CommandInput['type']>([
  'askQuestion',
  'logQuestion',
  'editQuestion',
  'completeNotes',
  'recordOutcome',
  'submitStatement',
  'addStatement',
]);
/** Clocks of screens may differ from the hub's by this much when all is well (ms). */
const CLOCK_TOLERANCE = 30;

export function checkAgreement(
  findings: Findings,
  devices: readonly Device[],
  seat: RoomSeat,
  clock: HubClock,
  rules: Rules,
): void {
  const shape = wrongShape(seat);
  if (shape !== null) findings.fail(shape);
  for (const device of devices) {
    for (const page of device.pages) {
      const wrong = wrongPage(page, seat, clock, rules);
      if (wrong !== null) findings.fail(`a page of ${device.identity.name}: ${wrong}`);
    }
  }
  const remembers =
    isClosed(seat) && ORDERLY.some(({ name }) => seat.room.ports.pseudonyms.voter(name));
  findings.check(
    !remembers,
    () => 'the forum is closed, and its hub still knows whose votes are whose',
  );
  for (const device of devices.filter(honest)) {
    const wrong = unheard(device, rules);
    if (wrong !== null) findings.fail(`${device.identity.name}: ${wrong}`);
  }
  for (const { name } of ORDERLY) {
    const device = devices.find(({ identity }) => identity.actor === name);
    const wrong = device && rules.knowsAll(name) && wrongMine(device, seat, rules);
    if (wrong) findings.fail(`own things of ${name}: ${wrong}`);
  }
}

function wrongPage(page: Page, { room }: RoomSeat, clock: HubClock, rules: Rules): string | null {
  const { link, device } = page;
  if (link.status !== 'live') return `is ${link.status}`;
  if (link.outbox.pending > 0 || page.unanswered > 0) return `still sends ${link.outbox.pending}`;
  const fresh = room.feed(device.identity.role).snapshot();
  if (differs(link.view, fresh))
    return `shows something else: ${firstDifference(link.view, fresh)}`;
  const error = link.time.now() - clock.now();
  if (Math.abs(error) > CLOCK_TOLERANCE) return `is ${error} ms off`;
  const own = page.sessionMine();
  if (!own) return null;
  if (differs(link.mine?.admission, own.admission)) return 'shows another standing';
  const stands = rules.admission.standing(device.identity.actor);
  if (own.admission.by !== stands) return `stands as ${own.admission.by}, and came by ${stands}`;
  if (differs(link.mine?.questions, own.questions)) return 'shows other own questions';
  return differs(link.mine?.statements, own.statements) ? 'shows other own statements' : null;
}

/** Each press reaches the hub under one id; only presses of the host's may be given up. */
function unheard({ identity, pressed, pages }: Device, rules: Rules): string | null {
  const times = new Map<string, number>();
  for (const command of pressed) {
    const key = JSON.stringify(command);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  for (const command of pressed) {
    const what = JSON.stringify(command);
    const wanted = times.get(what) ?? 0;
    const settled = rules.settled(identity.actor, command);
    if (settled < wanted && (isVote(command) || WORDS.has(command.type)))
      return `nobody has heard of ${what}: pressed ${wanted} times, ${settled} settled`;
    // Of two pages, one that is loaded anew takes over what the other still waits to send, under ids of its own.
    if (settled > wanted && pages.length === 1)
      return `pressed ${wanted} times, sent as ${settled} commands: ${what}`;
  }
  return null;
}

const isClosed = ({ engine }: RoomSeat): boolean =>
  (engine.state.forum.value?.closedAt ?? null) !== null;

/** What is shown and does not stand, and what stands, was voted here and is not shown. */
const differing = (
  stands: readonly string[],
  shown: readonly string[],
  votedHere: ReadonlySet<string>,
): readonly string[] => [
  ...shown.filter((each) => !stands.includes(each)),
  ...stands.filter((each) => votedHere.has(each) && !shown.includes(each)),
];

/** Polls and questions that somebody has voted on at this device itself. */
function votedAt({ pressed }: Device) {
  const of = <T extends CommandInput['type']>(type: T) =>
    pressed.filter(
      (command): command is Extract<CommandInput, { type: T }> => command.type === type,
    );
  return {
    ballots: new Set(of('castBallot').map(({ poll }) => poll)),
    supports: new Set(of('supportQuestion').map(({ question }) => question)),
  };
}

function wrongMine(device: Device, seat: RoomSeat, rules: Rules): string | null {
  const { engine } = seat;
  const voter = rules.voter(device.identity.actor);
  for (const [about, pressed] of device.presses) {
    const ordered = rules.journal.inOrder(voter, about, pressed);
    if (!ordered) return `votes on ${about} were recorded in another order`;
  }
  const voters = rules.votersOf(device.identity.actor);
  const held = new Set(voters.flatMap((each) => supportedIn(engine.state.supports.get(each))));
  const mine = device.pages[0]?.link.mine;
  const answers = Object.assign(
    {},
    ...voters.map((each) => engine.state.statementAnswers.get(each)),
  );
  // A closed forum has forgotten whose votes they are: pages that come back are told of none.
  const voted = [mine?.supports, mine?.answers, mine?.ratings, mine?.ballots];
  const told = voted.some((votes) => Object.keys(votes ?? {}).length > 0);
  if (isClosed(seat) && !told) return null;
  if (differs(answers, mine?.answers ?? {})) return 'shows other answers to statements';
  const ratings = Object.assign(
    {},
    ...voters.map((each) =>
      Object.fromEntries(
        Object.entries(engine.state.ratings.get(each) ?? {}).map(([id, { face }]) => [id, face]),
      ),
    ),
  );
  if (differs(ratings, mine?.ratings ?? {})) return 'shows other ratings of answers';
  const ballots: Record<string, unknown> = Object.assign(
    {},
    ...voters.map((each) => engine.state.ballots.get(each)),
  );
  const known = {
    ballots: Object.keys(mine?.ballots ?? {}).sort(),
    supports: mine?.supports ?? [],
  };
  // What was voted at a kiosk together with the closing is told to no phone any more; what it voted itself it knows.
  if (isClosed(seat)) {
    const own = votedAt(device);
    const wrong = [
      ...differing(Object.keys(ballots), known.ballots, own.ballots),
      ...differing([...held], known.supports, own.supports),
    ];
    return wrong.length > 0 ? `shows other own votes: ${wrong.join()}` : null;
  }
  if (differs(Object.keys(ballots).sort(), known.ballots)) return 'shows other own ballots';
  const [a, b] = [[...held].sort(), [...known.supports].sort()];
  return differs(a, b) ? `the hub knows ${a.join()}, the page ${b.join()}` : null;
}
