/** What each role is shown: the right to see is that a view stands in the role's list. */
import type { Role } from '@wenzheng/shared/forum/access';
import type { Json } from '@wenzheng/shared/wire/protocol';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import {
  agendaDocument,
  forumDocument,
  runningNotesDocument,
  setupDocument,
} from '../forum/agenda';
import { exchangesCollection, floorDocument, rosterDocument, talksDocument } from '../forum/floor';
import { closingDocument, publicResultsDocument, resultsDocument } from '../forum/followup';
import {
  opinionsDocument,
  statementDeskCollection,
  statementsCollection,
  talliesCollection,
} from '../forum/opinions';
import {
  countsCollection,
  currentDocument,
  deskCollection,
  listCollection,
  listCountsCollection,
  loggedCollection,
  queueCollection,
  suggestionDocument,
  supportDocument,
  upNextDocument,
} from '../forum/questions';
import { sceneDocument } from '../forum/scenes';
import type { FeedSpec } from '../live/feed';
import { joinDocument, presenceDocument, undoDocument } from './live-documents';
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
};

/** Phones get less than two messages a second, and a storm of votes no more than 1.5 KB/s. */
const PHONES_MS = 600;
const SCREENS_MS = 100;

const everyone = {
  forum: forumDocument,
  agenda: agendaDocument,
  floor: floorDocument,
  talks: talksDocument,
  scene: sceneDocument,
  current: currentDocument,
  upNext: upNextDocument,
};
const hostDocuments = {
  ...everyone,
  join: joinDocument,
  runningNotes: runningNotesDocument,
  suggestion: suggestionDocument,
  undo: undoDocument,
  presence: presenceDocument,
  roster: rosterDocument,
  opinions: opinionsDocument,
  results: resultsDocument,
  closing: closingDocument,
};
const desk = {
  desk: deskCollection,
  statementDesk: statementDeskCollection,
  exchanges: exchangesCollection,
};

const specs: { readonly [R in Role]: SpecOf<R> } = {
  audience: {
    documents: { ...everyone, results: publicResultsDocument },
    collections: {
      questions: listCollection,
      counts: listCountsCollection,
      statements: statementsCollection,
    },
    tallyEvery: PHONES_MS,
  },
  kiosk: {
    documents: { ...everyone, join: joinDocument },
    collections: {},
    tallyEvery: PHONES_MS,
  },
  display: {
    documents: {
      ...everyone,
      join: joinDocument,
      support: supportDocument,
      opinions: opinionsDocument,
      results: resultsDocument,
    },
    collections: {},
    tallyEvery: SCREENS_MS,
  },
  host: {
    documents: hostDocuments,
    collections: { queue: queueCollection, counts: countsCollection, ...desk },
    tallyEvery: SCREENS_MS,
  },
  moderator: {
    documents: { ...everyone, undo: undoDocument, closing: closingDocument },
    collections: {
      ...desk,
      queue: queueCollection,
      counts: countsCollection,
      tallies: talliesCollection,
    },
    tallyEvery: SCREENS_MS,
  },
  volunteer: {
    documents: everyone,
    collections: { logged: loggedCollection },
    tallyEvery: SCREENS_MS,
  },
  admin: {
    documents: { ...hostDocuments, setup: setupDocument },
    collections: {
      queue: queueCollection,
      counts: countsCollection,
      ...desk,
      tallies: talliesCollection,
      logged: loggedCollection,
    },
    tallyEvery: SCREENS_MS,
  },
};

/** The views of `role` as the feed runs them. */
export function feedSpec(role: Role): FeedSpec {
  const { documents, collections, tallyEvery } = specs[role];
  // Views are JSON values by their schemas; the feed needs to know no more of them.
  return {
    documents: documents as unknown as Record<string, DocumentView<Json>>,
    collections: collections as unknown as Record<string, CollectionView<Json>>,
    tallyEvery,
  };
}
