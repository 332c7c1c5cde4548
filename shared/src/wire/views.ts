/** What each role is sent: small documents, replaced whole, and collections keyed by id. */
import { z } from 'zod';
import { connectedView, joinView, presenceView, type Role } from '../forum/access';
import { hallView, ticketBatch, ticketView, wifiView } from '../forum/admission';
import { agendaView, forumView, runningNotesView, setupView } from '../forum/agenda';
import { checklistView } from '../forum/checklist';
import { cardView, glossaryView } from '../forum/glossary';
import { mediaView, readyView } from '../forum/media';
import { micNumbersView, micQueueView } from '../forum/microphone';
import { assignment, displaysView } from '../forum/displays';
import { filmView, slidesView } from '../forum/film';
import { exchangeView, floorView, heldTurn, rosterView, talksView } from '../forum/floor';
import { closingView, deskTotals, publicResultsView, resultsView } from '../forum/followup';
import { helpView } from '../forum/help';
import { drawnMap, statementPriorities } from '../forum/opinion-map';
import { deskStatement, listedStatement, opinionsView, tally } from '../forum/opinions';
import { pickingView, picksView, topAskedView, upNextView } from '../forum/picking';
import { stageMessageView } from '../forum/prompts';
import { plainnessView } from '../forum/plainness';
import {
  currentQuestion,
  deflectionSuggestion,
  deskQuestion,
  listedQuestion,
  loggedQuestion,
  queuedQuestion,
  writtenAnswer,
} from '../forum/questions';
import { deskPollText, pollResult, pollsView, pollView } from '../forum/polls';
import { ratingView } from '../forum/ratings';
import { emergencyView } from '../forum/safety';
import { sceneView } from '../forum/scenes';
import { deskSlip, slipsView } from '../forum/slips';
import { undoView } from '../forum/undo';
import { instantSchema } from '../forum/words';

const everyone = {
  /** Null while all is well. */
  emergency: emergencyView.nullable(),
  forum: forumView,
  agenda: agendaView,
  floor: floorView.nullable(),
  talks: talksView,
  scene: sceneView,
  /** While the scene is a card. */
  card: cardView.nullable(),
  current: currentQuestion.nullable(),
  upNext: upNextView,
  picking: pickingView,
  micQueue: micQueueView,
  rating: ratingView.nullable(),
  poll: pollView.nullable(),
  /** Null for phones and kiosks until it is shown. */
  pollResult: pollResult.nullable(),
};
const count = z.int();

/**
 * How many support the current question, null while counts are hidden; a document so that the display need
 * not hold all counts.
 */
const support = z.int().nullable();

/** Of what the host says to whoever speaks; null when there is nothing. */
const stageMessage = stageMessageView.nullable();

/** What displays of every layout need. */
const everyDisplay = {
  emergency: everyone.emergency,
  forum: forumView,
  floor: everyone.floor,
  assignments: z.array(assignment),
};

/** For staff alone: what they do in an emergency, a line each, and who of them calls for help. */
const staff = { staffSafety: z.array(z.string()), help: helpView };

/** What films and slides show, for who shows them and for the displays. */
const shown = { film: filmView.nullable(), slidesShown: slidesView.nullable() };

const hostDocuments = {
  ...everyone,
  ...staff,
  ...shown,
  media: mediaView,
  stageMessage,
  displays: displaysView,
  join: joinView,
  hall: hallView,
  runningNotes: runningNotesView,
  suggestion: deflectionSuggestion.nullable(),
  undo: undoView,
  presence: presenceView,
  connected: connectedView,
  roster: rosterView,
  glossary: glossaryView,
  plainness: plainnessView.nullable(),
  polls: pollsView,
  opinions: opinionsView,
  opinionMap: drawnMap.nullable(),
  results: resultsView,
  picks: picksView,
  topAsked: topAskedView,
  closing: closingView,
  deskTotals,
  slips: slipsView,
  micNumbers: micNumbersView,
};
const desk = {
  desk: deskQuestion,
  writtenDown: writtenAnswer,
  statementDesk: deskStatement,
  pollTexts: deskPollText,
  exchanges: exchangeView,
  slipDesk: deskSlip,
};
const tickets = { ticketBatches: ticketBatch, tickets: ticketView };

export const views = {
  audience: {
    /** Phones are sent the figures only once the forum has come to its results. */
    documents: {
      ...everyone,
      results: publicResultsView.nullable(),
      topAsked: topAskedView.nullable(),
      /** When the map that phones can ask for was made; null while there is none. */
      opinionMapAt: instantSchema.nullable(),
      statementPriorities,
    },
    collections: { questions: listedQuestion, counts: count, statements: listedStatement },
  },
  kiosk: {
    documents: { ...everyone, join: joinView },
    collections: { questions: listedQuestion, counts: count },
  },
  display: {
    documents: {
      ...everyone,
      ...everyDisplay,
      ...shown,
      ready: readyView,
      join: joinView,
      hall: hallView,
      support,
      opinions: opinionsView,
      opinionMap: drawnMap.nullable(),
      results: publicResultsView,
      picks: picksView,
      topAsked: topAskedView,
    },
    collections: {},
  },
  stage: {
    documents: {
      ...everyDisplay,
      current: everyone.current,
      stageMessage,
      plainness: plainnessView.nullable(),
    },
    collections: {},
  },
  lobby: {
    documents: { ...everyDisplay, agenda: agendaView, micQueue: micQueueView },
    collections: {},
  },
  overlay: {
    documents: { ...everyDisplay, current: everyone.current },
    collections: {},
  },
  host: {
    documents: hostDocuments,
    collections: {
      queue: queuedQuestion,
      counts: count,
      hallCounts: count,
      heldTurns: heldTurn,
      pollResults: pollResult,
      ...tickets,
      ...desk,
    },
  },
  moderator: {
    documents: {
      ...everyone,
      ...staff,
      undo: undoView,
      closing: closingView,
      deskTotals,
      slips: slipsView,
      micNumbers: micNumbersView,
    },
    collections: {
      ...desk,
      queue: queuedQuestion,
      counts: count,
      hallCounts: count,
      tallies: tally,
    },
  },
  volunteer: {
    documents: {
      ...everyone,
      ...staff,
      loggedTotal: count,
      slips: slipsView,
      micNumbers: micNumbersView,
    },
    collections: { logged: loggedQuestion, slipDesk: deskSlip },
  },
  admin: {
    documents: {
      ...hostDocuments,
      setup: setupView,
      checklist: checklistView,
      wifi: wifiView,
      loggedTotal: count,
      rudeWords: z.array(z.string()),
    },
    collections: {
      queue: queuedQuestion,
      counts: count,
      hallCounts: count,
      heldTurns: heldTurn,
      pollResults: pollResult,
      ...tickets,
      ...desk,
      tallies: tally,
      logged: loggedQuestion,
    },
  },
} as const satisfies Record<
  Role,
  { documents: Record<string, z.ZodType>; collections: Record<string, z.ZodType> }
>;

type Documents<R extends Role> = (typeof views)[R]['documents'];
type Collections<R extends Role> = (typeof views)[R]['collections'];

/** The view of one role as its screens read it. */
export interface ViewOf<R extends Role> {
  readonly documents: { readonly [K in keyof Documents<R>]: z.infer<Documents<R>[K]> };
  readonly collections: {
    readonly [K in keyof Collections<R>]: Readonly<Record<string, z.infer<Collections<R>[K]>>>;
  };
}
