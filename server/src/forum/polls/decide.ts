import { isDeepStrictEqual } from 'node:util';
import { fits, type BallotChoice } from '@wenzheng/shared/forum/poll-form';
import { POLLS_LIMIT, type PollDraft } from '@wenzheng/shared/forum/polls';
import type { NewEntry } from '../../engine/entries';
import { accept, refuse, type Context, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { wordKey } from './answers';
import { electorateOf, openPollIn } from './electorate';
import type { PollRow, RecordedBallot } from './state';

type PollCommand =
  | 'putPoll'
  | 'removePoll'
  | 'openPoll'
  | 'askPoll'
  | 'repeatPoll'
  | 'closePoll'
  | 'setPollShown'
  | 'castBallot'
  | 'castBallotByCode'
  | 'judgePollText'
  | 'assignPollText'
  | 'setCloudWord';

const TEXT_ID_BYTES = 9;

export const decidePolls: Decides<PollCommand> = {
  putPoll: (state, { poll }) => put(state, poll),

  removePoll: (state, { poll }) => {
    const row = state.polls.get(poll);
    if (!row) return accept();
    return row.state === 'prepared'
      ? accept({ type: 'pollRemoved', data: { poll } })
      : refuse('polls.was_opened');
  },

  openPoll: (state, { poll }) => {
    const row = state.polls.get(poll);
    if (!row) return refuse('polls.unknown');
    if (row.state !== 'prepared')
      return row.state === 'open' ? accept() : refuse('polls.was_opened');
    return othersOpen(state) ?? accept({ type: 'pollOpened', data: { poll } });
  },

  askPoll: (state, { poll }) => {
    if (state.polls.get(poll.id)) return refuse('polls.was_opened');
    const decision = othersOpen(state) ?? put(state, poll);
    if (!decision.ok) return decision;
    return accept(...decision.entries, { type: 'pollOpened', data: { poll: poll.id } });
  },

  repeatPoll: (state, { poll, as }) => {
    const row = state.polls.get(poll);
    if (!row) return refuse('polls.unknown');
    if (row.state !== 'closed') return refuse('polls.not_closed');
    if (state.polls.get(as)) return refuse('polls.was_opened');
    return (
      othersOpen(state) ??
      roomForMore(state) ??
      accept({ type: 'pollRepeated', data: { poll, as } })
    );
  },

  closePoll: (state, { poll }, context) => {
    const row = state.polls.get(poll);
    if (!row) return refuse('polls.unknown');
    if (row.state === 'closed') return accept();
    return row.state === 'open' ? accept(closing(state, row, context)) : refuse('polls.closed');
  },

  setPollShown: (state, { poll, shown }) => {
    const row = state.polls.get(poll);
    if (!row || row.state === 'prepared') return refuse('polls.unknown');
    // The one that people vote in is not taken from their phones.
    if (shown && row.state === 'closed') {
      const open = othersOpen(state);
      if (open) return open;
    }
    const isThere = row.shown === shown && (!shown || state.poll.value === poll);
    // Shown already, it comes back to the big screen.
    if (isThere && (!shown || state.scene.value.kind === 'poll')) return accept();
    return accept({ type: 'pollShownSet', data: { poll, shown } });
  },

  castBallot: (state, { poll, ballot }, context) => cast(state, poll, ballot, context),
  castBallotByCode: (state, { poll, ballot }, context) => cast(state, poll, ballot, context),

  judgePollText: (state, { text, shown }) => {
    const row = state.pollTexts.get(text);
    if (!row) return refuse('polls.unknown');
    return row.state === (shown ? 'approved' : 'declined')
      ? accept()
      : accept({ type: 'pollTextJudged', data: { text, shown } });
  },

  assignPollText: (state, { text, department }) => {
    const row = state.pollTexts.get(text);
    if (row?.state !== 'approved') return refuse('polls.unknown');
    if (department !== null && !state.departments.get(department))
      return refuse('questions.unknown_department');
    return row.department === department
      ? accept()
      : accept({ type: 'pollTextAssigned', data: { text, department } });
  },

  setCloudWord: (state, { poll, word, shown }, context) => {
    if (state.polls.get(poll)?.kind !== 'cloud') return refuse('polls.unknown');
    const known = [...state.cloudRulings.entries()].find(
      ([, row]) => row.poll === poll && wordKey(context.read(row.word) ?? '') === wordKey(word),
    );
    if (known?.[1].shown === shown) return accept();
    const ref = known?.[1].word ?? context.keep(word);
    const ruling = known?.[0] ?? ref.id;
    return accept({ type: 'cloudWordSet', data: { ruling, poll, word: ref, shown } });
  },
};

/** For the closing of the forum: closes whatever poll is open. */
export function closeOpenPoll(state: ForumState, context: Pick<Context, 'present'>): NewEntry[] {
  const row = state.polls.get(openPollIn(state) ?? '');
  return row ? [closing(state, row, context)] : [];
}

const closing = (
  state: ForumState,
  row: PollRow,
  { present }: Pick<Context, 'present'>,
): NewEntry => ({
  type: 'pollClosed',
  data: { poll: row.id, electorate: electorateOf(state, row, present) },
});

function put(state: ForumState, poll: PollDraft): Decision {
  if (!state.forum.value) return refuse('no_forum');
  const there = state.polls.get(poll.id);
  if (there && there.state !== 'prepared') return refuse('polls.was_opened');
  if (there && isDeepStrictEqual({ ...there, ...poll }, there)) return accept();
  const full = there ? null : roomForMore(state);
  return full ?? accept({ type: 'pollPut', data: { poll } });
}

const roomForMore = (state: ForumState): Decision | null =>
  state.polls.size >= POLLS_LIMIT ? refuse('polls.too_many') : null;

const othersOpen = (state: ForumState): Decision | null =>
  openPollIn(state) !== undefined ? refuse('polls.another_open') : null;

function cast(
  state: ForumState,
  poll: string,
  ballot: BallotChoice | null,
  context: Context,
): Decision {
  const { vote } = context;
  const row = state.polls.get(poll);
  if (!row || !vote || row.state === 'prepared') return refuse('polls.unknown');
  if (row.state === 'closed') return refuse('polls.closed');
  if (row.who === 'hall' && vote.hall === undefined) return refuse('polls.only_hall');
  if (row.who === 'tickets' && !context.byTicket) return refuse('polls.only_tickets');
  if (ballot && !fits(row, ballot)) return refuse('polls.wrong_ballot');
  const recorded = ballot && recordedBallot(ballot, context);
  return accept({ type: 'ballotCast', data: { poll, ballot: recorded, ...vote } });
}

/** Words go by a name of their own: where they lie in the vault is for nobody. */
const recordedBallot = (ballot: BallotChoice, { keep, random }: Context): RecordedBallot =>
  'text' in ballot
    ? { id: Buffer.from(random(TEXT_ID_BYTES)).toString('base64url'), text: keep(ballot.text) }
    : { choices: [...ballot.choices] };
