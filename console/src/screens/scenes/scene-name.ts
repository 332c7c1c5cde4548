/** What a scene of the big screen is called. */
import type { SceneKind } from '@wenzheng/shared/forum/scenes';
import { m } from '@wenzheng/shared/paraglide/messages.js';

const names: Readonly<Record<SceneKind, () => string>> = {
  standby: m.console_scene_standby,
  opening: m.console_scene_opening,
  agenda: m.console_scene_agenda,
  talk: m.console_scene_talk,
  question: m.console_scene_question,
  deflection: m.console_scene_deflection,
  join: m.console_scene_join,
  closing: m.console_scene_closing,
};

export const sceneName = (kind: SceneKind): string => names[kind]();
