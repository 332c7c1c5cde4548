/** Cards of the built-in forum, for terms that come up in the talks of its departments. */
import type { TermRow } from './state';

type Locale = 'zh-CN' | 'en';

const TALKS_AND_QUESTIONS = ['policy_talk', 'qa'];
const card = (id: string, word: string, plain: string, example: string): TermRow => ({
  ...{ id, word, plain, example },
  items: TALKS_AND_QUESTIONS,
});

export const builtInTerms: Readonly<Record<Locale, readonly TermRow[]>> = {
  'zh-CN': [
    card(
      'repair_fund',
      '专项维修资金',
      '买房时大家一起存下的“房子养老钱”，只能用来修电梯、屋顶这些公共部分。',
      '电梯坏了要大修：先查楼里还剩多少，再由住户投票决定用不用。',
    ),
    card(
      'treatment_elsewhere',
      '异地就医备案',
      '去外地看病以前，先告诉医保一声，出院时就能当场报销。',
      '去省城做手术：住院前在手机上登记，不用先垫全款再回来跑腿。',
    ),
    card(
      'districts',
      '多校划片',
      '一个小区对应好几所学校，上哪一所由电脑抽签决定。',
      '小区对应三所小学：先填志愿，报满的那所再抽签。',
    ),
    card(
      'outlet',
      '入河排污口',
      '污水流进河里的那个口子，每一个都要登记，查清是谁家的。',
      '河边一根管子流黑水：打 12345，三天内要查出是哪家排的。',
    ),
  ],
  en: [
    card(
      'repair_fund',
      'Repair fund',
      'Savings that all owners paid in, for shared parts such as lifts and roofs only.',
      'A lift needs a new motor: see what is left, and let the owners vote on it.',
    ),
    card(
      'treatment_away',
      'Care away from home',
      'Tell the insurance before treatment in another city, and it pays on the spot.',
      'An operation in the capital: register by phone first, and pay only your share.',
    ),
    card(
      'districts',
      'Shared districts',
      'One estate belongs to several schools, and a draw decides which one it is.',
      'Three schools for your street: name your choice; a full school draws lots.',
    ),
    card(
      'outlet',
      'River outlet',
      'The place where waste water runs into a river; each has a number and an owner.',
      'A pipe runs black: call 12345, and within three days they say whose it is.',
    ),
  ],
};
