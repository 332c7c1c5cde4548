/** What each role is shown: the right to see is that a view stands in the role's list. */
import type { Role } from '@wenzheng/shared/forum/access';
import type { Json } from '@wenzheng/shared/wire/protocol';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import {
  hallDocument,
  ticketBatchesCollection,
  ticketsCollection,
  wifiDocument,
} from '../forum/admission';
import {
  agendaDocument,
  forumDocument,
  runningNotesDocument,
  setupDocument,
  staffSafetyDocument,
} from '../forum/agenda';
import { displaysDocument } from '../forum/displays';
import {
  exchangesCollection,
  floorDocument,
  heldTurnsCollection,
  rosterDocument,
  talksDocument,
} from '../forum/floor';
import { checklistDocument } from '../forum/checklist';
import {
  closingDocument,
  deskTotalsDocument,
  loggedTotalDocument,
  picksDocument,
  publicResultsDocument,
  publicTopAskedDocument,
  resultsDocument,
  shownPicksDocument,
  shownResultsDocument,
  shownTopAskedDocument,
  topAskedDocument,
} from '../forum/followup';
import { helpDocument } from '../forum/help';
import { glossaryDocument } from '../forum/glossary';
import { mediaDocument, readyDocument } from '../forum/media';
import {
  opinionMapAtDocument,
  opinionMapDocument,
  opinionsDocument,
  statementDeskCollection,
  statementPrioritiesDocument,
  statementsCollection,
  talliesCollection,
} from '../forum/opinions';
import { stageMessageDocument } from '../forum/prompts';
import { plainnessDocument } from '../forum/plainness';
import {
  countsCollection,
  coveredMicNumbersDocument,
  currentDocument,
  deskCollection,
  hallCountsCollection,
  listCollection,
  listCountsCollection,
  loggedCollection,
  micNumbersDocument,
  micQueueDocument,
  pickingDocument,
  publicUpNextDocument,
  queueCollection,
  rudeWordsDocument,
  suggestionDocument,
  supportDocument,
  upNextDocument,
  writtenCollection,
} from '../forum/questions';
import { leadingRatingDocument, ratingDocument, shownRatingDocument } from '../forum/ratings';
import {
  leadingPollDocument,
  pollDocument,
  pollResultsCollection,
  pollsDocument,
  pollTextsCollection,
  publicPollDocument,
  shownPollDocument,
} from '../forum/polls';
import { emergencyDocument } from '../forum/safety';
import { cardDocument, filmDocument, sceneDocument, slidesDocument } from '../forum/scenes';
import { slipDeskCollection, slipsDocument } from '../forum/slips';
import type { FeedSpec } from '../live/feed';
import { besideTheBigScreen, everyDisplay } from './display-views';
import { connectedDocument, joinDocument, presenceDocument, undoDocument } from './live-documents';
import type { CollectionView, DocumentView } from './views';

/** Ties a role's feed to the schema of its view: a missing, extra or ill-typed view does not compile. */
type SpecOf<R extends Role> = {
  readonly documents: {
    readonly [K in keyof ViewOf<R>['documents']]: DocumentView<ViewOf<R>['documents'][K]>;
  };
  readonly collections: {
    readonly [K in keyof ViewOf<R>['collections']]: CollectionView<
      ViewOf<R>['collections'][K][string]
    >;
  };
  readonly tallyEvery: number;
  readonly tallyBytes: number | null;
};

/** Phones get less than two messages a second, and a storm of votes no more than 1.5 KB/s. */
const PHONES = { tallyEvery: 600, tallyBytes: 780 };
const SCREENS = { tallyEvery: 100, tallyBytes: null };

const toAll = {
  emergency: emergencyDocument,
  forum: forumDocument,
  agenda: agendaDocument,
  floor: floorDocument,
  talks: talksDocument,
  scene: sceneDocument,
  card: cardDocument,
  current: currentDocument,
  picking: pickingDocument,
  micQueue: micQueueDocument,
  poll: pollDocument,
};
const everyone = {
  ...toAll,
  upNext: publicUpNextDocument,
  rating: ratingDocument,
  pollResult: publicPollDocument,
};
/** Who leads the forum. */
const leading = {
  ...toAll,
  upNext: upNextDocument,
  rating: leadingRatingDocument,
  pollResult: leadingPollDocument,
};
/** What staff do in an emergency, and who of them calls for help, concerns nobody else. */
const staff = { staffSafety: staffSafetyDocument, help: helpDocument };
/** What films and slides show. */
const shown = { film: filmDocument, slidesShown: slidesDocument };
const hostDocuments = {
  ...leading,
  ...staff,
  ...shown,
  media: mediaDocument,
  stageMessage: stageMessageDocument,
  displays: displaysDocument,
  join: joinDocument,
  hall: hallDocument,
  runningNotes: runningNotesDocument,
  suggestion: suggestionDocument,
  undo: undoDocument,
  presence: presenceDocument,
  connected: connectedDocument,
  roster: rosterDocument,
  glossary: glossaryDocument,
  plainness: plainnessDocument,
  polls: pollsDocument,
  opinions: opinionsDocument,
  opinionMap: opinionMapDocument,
  results: resultsDocument,
  picks: picksDocument,
  topAsked: topAskedDocument,
  closing: closingDocument,
  deskTotals: deskTotalsDocument,
  slips: slipsDocument,
  micNumbers: micNumbersDocument,
};
const queue = {
  queue: queueCollection,
  counts: countsCollection,
  hallCounts: hallCountsCollection,
};
const tickets = { ticketBatches: ticketBatchesCollection, tickets: ticketsCollection };
const polls = { pollResults: pollResultsCollection };
const record = { heldTurns: heldTurnsCollection };
const desk = {
  desk: deskCollection,
  writtenDown: writtenCollection,
  statementDesk: statementDeskCollection,
  pollTexts: pollTextsCollection,
  exchanges: exchangesCollection,
  slipDesk: slipDeskCollection,
};

const specs: { readonly [R in Role]: SpecOf<R> } = {
  audience: {
    documents: {
      ...everyone,
      results: publicResultsDocument,
      topAsked: publicTopAskedDocument,
      opinionMapAt: opinionMapAtDocument,
      statementPriorities: statementPrioritiesDocument,
    },
    collections: {
      questions: listCollection,
      counts: listCountsCollection,
      statements: statementsCollection,
    },
    ...PHONES,
  },
  kiosk: {
    documents: { ...everyone, join: joinDocument },
    collections: { questions: listCollection, counts: listCountsCollection },
    ...PHONES,
  },
  display: {
    documents: {
      ...everyone,
      ...everyDisplay,
      ...shown,
      ready: readyDocument,
      join: joinDocument,
      hall: hallDocument,
      support: supportDocument,
      rating: shownRatingDocument,
      pollResult: shownPollDocument,
      opinions: opinionsDocument,
      opinionMap: opinionMapDocument,
      results: shownResultsDocument,
      picks: shownPicksDocument,
      topAsked: shownTopAskedDocument,
    },
    collections: {},
    ...SCREENS,
  },
  stage: { ...besideTheBigScreen.stage, ...SCREENS },
  lobby: { ...besideTheBigScreen.lobby, ...SCREENS },
  overlay: { ...besideTheBigScreen.overlay, ...SCREENS },
  host: {
    documents: hostDocuments,
    collections: { ...queue, ...tickets, ...desk, ...record, ...polls },
    ...SCREENS,
  },
  moderator: {
    documents: {
      ...leading,
      ...staff,
      undo: undoDocument,
      closing: closingDocument,
      deskTotals: deskTotalsDocument,
      slips: slipsDocument,
      micNumbers: micNumbersDocument,
    },
    collections: {
      ...desk,
      ...queue,
      tallies: talliesCollection,
    },
    ...SCREENS,
  },
  volunteer: {
    documents: {
      ...everyone,
      ...staff,
      loggedTotal: loggedTotalDocument,
      slips: slipsDocument,
      micNumbers: coveredMicNumbersDocument,
    },
    collections: { logged: loggedCollection, slipDesk: slipDeskCollection },
    ...SCREENS,
  },
  admin: {
    documents: {
      ...hostDocuments,
      setup: setupDocument,
      checklist: checklistDocument,
      wifi: wifiDocument,
      loggedTotal: loggedTotalDocument,
      rudeWords: rudeWordsDocument,
    },
    collections: {
      ...queue,
      ...tickets,
      ...desk,
      ...record,
      ...polls,
      tallies: talliesCollection,
      logged: loggedCollection,
    },
    ...SCREENS,
  },
};

/** The views of `role` as the feed runs them. */
export function feedSpec(role: Role): FeedSpec {
  const { documents, collections, tallyEvery, tallyBytes } = specs[role];
  // Views are JSON values by their schemas; the feed needs to know no more of them.
  return {
    documents: documents as unknown as Record<string, DocumentView<Json>>,
    collections: collections as unknown as Record<string, CollectionView<Json>>,
    tallyEvery,
    tallyBytes,
  };
}
