/** What each role is sent: small documents, replaced whole, and collections keyed by id. */
import { z } from 'zod';
import { joinView, presenceView, type Role } from '../forum/access';
import { agendaView, forumView, runningNotesView } from '../forum/agenda';
import { floorView, talksView } from '../forum/floor';
import {
  currentQuestion,
  deflectionSuggestion,
  deskQuestion,
  listedQuestion,
  loggedQuestion,
  queuedQuestion,
  upNextView,
} from '../forum/questions';
import { sceneView } from '../forum/scenes';
import { undoView } from '../forum/undo';

const everyone = {
  forum: forumView,
  agenda: agendaView,
  floor: floorView.nullable(),
  talks: talksView,
  scene: sceneView,
  current: currentQuestion.nullable(),
};
const count = z.int();

/** How many support the current question; a document so that the display need not hold all counts. */
const support = z.int();

const hostDocuments = {
  ...everyone,
  join: joinView,
  upNext: upNextView,
  runningNotes: runningNotesView,
  suggestion: deflectionSuggestion.nullable(),
  undo: undoView,
  presence: presenceView,
};

export const views = {
  audience: {
    documents: { ...everyone, upNext: upNextView },
    collections: { questions: listedQuestion, counts: count },
  },
  display: {
    documents: { ...everyone, join: joinView, upNext: upNextView, support },
    collections: {},
  },
  host: {
    documents: hostDocuments,
    collections: { queue: queuedQuestion, counts: count, desk: deskQuestion },
  },
  moderator: {
    documents: { ...everyone, upNext: upNextView },
    collections: { desk: deskQuestion, queue: queuedQuestion, counts: count },
  },
  volunteer: {
    documents: { ...everyone, upNext: upNextView },
    collections: { logged: loggedQuestion },
  },
  admin: {
    documents: hostDocuments,
    collections: {
      queue: queuedQuestion,
      counts: count,
      desk: deskQuestion,
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
