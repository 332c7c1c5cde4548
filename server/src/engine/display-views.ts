/** What displays are shown: each layout what it needs and no more, because their addresses ask nobody who they are. */
import { agendaDocument, forumDocument } from '../forum/agenda';
import { assignmentsDocument } from '../forum/displays';
import { floorDocument } from '../forum/floor';
import { plainnessDocument } from '../forum/plainness';
import { stageMessageDocument } from '../forum/prompts';
import { currentDocument, micQueueDocument } from '../forum/questions';
import { emergencyDocument } from '../forum/safety';

export const everyDisplay = {
  emergency: emergencyDocument,
  forum: forumDocument,
  floor: floorDocument,
  assignments: assignmentsDocument,
};

export const besideTheBigScreen = {
  stage: {
    documents: {
      ...everyDisplay,
      current: currentDocument,
      stageMessage: stageMessageDocument,
      plainness: plainnessDocument,
    },
    collections: {},
  },
  lobby: {
    documents: { ...everyDisplay, agenda: agendaDocument, micQueue: micQueueDocument },
    collections: {},
  },
  overlay: { documents: { ...everyDisplay, current: currentDocument }, collections: {} },
};
