/** What each role is sent: small documents, replaced whole, and collections keyed by id. */
import { z } from 'zod';
import { joinView, presenceView, type Role } from '../forum/access';
import { hallView, ticketBatch, ticketView, wifiView } from '../forum/admission';
import { agendaView, forumView, runningNotesView, setupView } from '../forum/agenda';
import { mediaView, readyView } from '../forum/media';
import { micNumbersView, micQueueView } from '../forum/microphone';
import { filmView, slidesView } from '../forum/film';
import { exchangeView, floorView, rosterView, talksView } from '../forum/floor';
import { closingView, deskTotals, publicResultsView, resultsView } from '../forum/followup';
import { deskStatement, listedStatement, opinionsView, tally } from '../forum/opinions';
import { pickingView, picksView, topAskedView, upNextView } from '../forum/picking';
import {
  currentQuestion,
  deflectionSuggestion,
  deskQuestion,
  listedQuestion,
  loggedQuestion,
  queuedQuestion,
  writtenAnswer,
} from '../forum/questions';
import { ratingView } from '../forum/ratings';
import { emergencyView } from '../forum/safety';
import { sceneView } from '../forum/scenes';
import { deskSlip, slipsView } from '../forum/slips';
import { undoView } from '../forum/undo';

const everyone = {
  /** Null while all is well. */
  emergency: emergencyView.nullable(),
  forum: forumView,
  agenda: agendaView,
  floor: floorView.nullable(),
  talks: talksView,
  scene: sceneView,
  current: currentQuestion.nullable(),
  upNext: upNextView,
  picking: pickingView,
  micQueue: micQueueView,
  rating: ratingView.nullable(),
};
const count = z.int();

/**
 * How many support the current question, null while counts are hidden; a document so that the display need
 * not hold all counts.
 */
const support = z.int().nullable();

/** What staff do in an emergency, a line each. */
const staff = { staffSafety: z.array(z.string()) };

/** What films and slides show, for who shows them and for the displays. */
const shown = { film: filmView.nullable(), slidesShown: slidesView.nullable() };

const hostDocuments = {
  ...everyone,
  ...staff,
  ...shown,
  media: mediaView,
  join: joinView,
  hall: hallView,
  runningNotes: runningNotesView,
  suggestion: deflectionSuggestion.nullable(),
  undo: undoView,
  presence: presenceView,
  roster: rosterView,
  opinions: opinionsView,
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
      ...shown,
      ready: readyView,
      join: joinView,
      hall: hallView,
      support,
      opinions: opinionsView,
      results: publicResultsView,
      picks: picksView,
      topAsked: topAskedView,
    },
    collections: {},
  },
  host: {
    documents: hostDocuments,
    collections: { queue: queuedQuestion, counts: count, hallCounts: count, ...tickets, ...desk },
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
      wifi: wifiView,
      loggedTotal: count,
      rudeWords: z.array(z.string()),
    },
    collections: {
      queue: queuedQuestion,
      counts: count,
      hallCounts: count,
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
