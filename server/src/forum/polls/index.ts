/** What everyone is asked at once, and what came out. */
export { PollAnswers, type PollTextWindow } from './answers';
export { hasBallots, hasOpened, openPollIn } from './electorate';
export { builtInPolls } from './built-in';
export { draftOf, draftsOf, pollsMade } from './prepared';
export { closeOpenPoll, decidePolls } from './decide';
export { evolvePolls } from './evolve';
export { pollTables, type PollEntries } from './state';
export {
  everyonesBallots,
  leadingPollDocument,
  myBallotView,
  pollDocument,
  pollResultsCollection,
  pollsDocument,
  pollTextsCollection,
  publicPollDocument,
  shownPollDocument,
} from './view';
