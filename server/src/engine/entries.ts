/** Every type of journal entry, gathered from the rooms. */
import type { AdmissionEntries } from '../forum/admission';
import type { AgendaEntries } from '../forum/agenda';
import type { ChecklistEntries } from '../forum/checklist';
import type { DisplayEntries } from '../forum/displays';
import type { FloorEntries } from '../forum/floor';
import type { HelpEntries } from '../forum/help';
import type { MediaEntries } from '../forum/media';
import type { OpinionEntries } from '../forum/opinions';
import type { PollEntries } from '../forum/polls';
import type { PromptEntries } from '../forum/prompts';
import type { GlossaryEntries } from '../forum/glossary';
import type { PlainnessEntries } from '../forum/plainness';
import type { QuestionEntries } from '../forum/questions';
import type { RatingEntries } from '../forum/ratings';
import type { SafetyEntries } from '../forum/safety';
import type { SceneEntries } from '../forum/scenes';
import type { SlipEntries } from '../forum/slips';
import type { UndoEntries } from './undo';

/** A command that was accepted but changed nothing; kept so that its id has had its one effect. */
interface CommandEntries {
  commandNoted: Record<string, never>;
}

export type EntryData = AgendaEntries &
  MediaEntries &
  SafetyEntries &
  HelpEntries &
  ChecklistEntries &
  GlossaryEntries &
  AdmissionEntries &
  FloorEntries &
  PromptEntries &
  QuestionEntries &
  SlipEntries &
  OpinionEntries &
  RatingEntries &
  PollEntries &
  PlainnessEntries &
  SceneEntries &
  DisplayEntries &
  UndoEntries &
  CommandEntries;
export type EntryType = keyof EntryData;

/** What decide answers: type and data of an entry still to be numbered. */
export type NewEntry = {
  [T in EntryType]: { readonly type: T; readonly data: EntryData[T] };
}[EntryType];
