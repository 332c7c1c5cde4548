/** What the agenda's table looks like, in either language: its sheets and the headings of their columns. */
import { STAGES, type Stage } from '@wenzheng/shared/forum/agenda';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { stageName } from '@wenzheng/shared/ui/stage-names';

export const SHEET_LANGUAGES = ['zh-CN', 'en'] as const;
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number];
export type SheetName = 'agenda' | 'talks';
type Text = typeof m.sheet_agenda;

export const NAMES: Readonly<Record<SheetName, Text>> = {
  agenda: m.sheet_agenda,
  talks: m.sheet_talks,
};

/** By place: people may rename nothing, but they read in their own language. */
export const COLUMNS = {
  agenda: [
    { text: m.setup_stage, width: 14 },
    { text: m.setup_item_title, width: 40 },
    { text: m.sheet_minutes, width: 12 },
    { text: m.setup_owner, width: 20 },
    { text: m.setup_note, width: 40 },
    { text: m.sheet_start, width: 18 },
    { text: m.sheet_id, width: 16 },
  ],
  talks: [
    { text: m.sheet_of_item, width: 40 },
    { text: m.setup_speaker_name, width: 16 },
    { text: m.setup_office, width: 18 },
    { text: m.setup_speaker_department, width: 24 },
    { text: m.setup_topic, width: 40 },
    { text: m.sheet_limit, width: 12 },
  ],
} as const satisfies Record<SheetName, readonly { text: Text; width: number }[]>;

const matchable = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const isSaid = (said: string, text: (locale: SheetLanguage) => string): boolean =>
  SHEET_LANGUAGES.some((locale) => matchable(text(locale)) === matchable(said));

/** Whether `said` is `text` in any language. */
export const isCalled = (said: string, text: Text): boolean =>
  isSaid(said, (locale) => text({}, { locale }));

/** The stage that is called so in any language; null for none. */
export const stageCalled = (said: string): Stage | null =>
  STAGES.find(
    (stage) => isSaid(said, (locale) => stageName(stage, { locale })) || stage === matchable(said),
  ) ?? null;
