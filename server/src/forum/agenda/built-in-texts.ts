/** Texts of the built-in forum. The city and its people are invented. */
import type { ForumView, Stage } from '@wenzheng/shared/forum/agenda';
import { english } from './built-in-texts.en';
import { chinese } from './built-in-texts.zh-cn';

export type Locale = 'zh-CN' | 'en';

export interface BuiltInTexts {
  readonly title: string;
  readonly theme: string;
  readonly venue: string;
  readonly organisations: ForumView['organisations'];
  readonly topics: string[];
  readonly areas: string[];
  readonly scope: string[];
  readonly rules: string[];
  readonly safety: string[];
  readonly staffSafety: string[];
  readonly stages: readonly {
    readonly stage: Stage;
    readonly title: string;
    readonly owner: string;
    readonly note: string;
  }[];
  /** The last one takes what nobody else is in charge of. A department without a head is not present. */
  readonly departments: readonly {
    readonly id: string;
    readonly name: string;
    readonly head: {
      readonly id: string;
      readonly name: string;
      readonly office: string;
      readonly topic: string;
    } | null;
    readonly keywords: readonly string[];
  }[];
}

export const builtInTexts: Readonly<Record<Locale, BuiltInTexts>> = {
  'zh-CN': chinese,
  en: english,
};
