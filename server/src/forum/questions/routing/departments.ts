/**
 * Which of a forum's departments a text is for. The general vocabulary knows fields of work, the organisers know
 * their departments: a department's field is told by its name, and its own keywords count beside the field's words.
 */
import type { DepartmentRow } from '../../agenda';
import type { Field } from '../vocabulary/fields';
import { toMatchable } from '../words/matchable';
import { fieldsOf } from './fields-of';

/** What a department of each field calls itself; the more telling names first. */
const NAMES: readonly (readonly [Field, RegExp])[] = [
  ['medical_ins', /医疗保障|医保|healthcare security|medical insurance/],
  ['hr_social', /人力资源|人社|社会保障|劳动|社保|human resources|social security|labou?r/],
  ['civil_affairs', /民政|civil affairs/],
  ['natural_res', /自然资源|国土|规划|林业|natural resources|planning|land/],
  ['housing', /住房|住建|房管|房产|建设局|housing|construction/],
  [
    'urban_mgmt',
    /城市管理|城管|市容|综合执法|园林|环卫|urban management|city management|sanitation/,
  ],
  ['environment', /生态环境|环保|环境保护|ecology|environment/],
  ['water', /水务|水利|自来水|供水|排水|water/],
  ['agriculture', /农业|农村|畜牧|agricultur|rural/],
  ['transport', /交通运输|交通局|公交|运管|公路|transport/],
  ['police', /公安|警察|派出所|交警|police|public security/],
  ['education', /教育|教体|教委|education/],
  ['health', /卫生健康|卫健|卫生局|卫计|疾控|health/],
  ['market', /市场监督|市场监管|市监|工商|质监|market/],
  ['culture_sport', /文化|体育|文旅|旅游|文广|culture|sports?|tourism/],
  ['gov_service', /政务服务|行政审批|便民服务|办事|政务|government service|public service/],
];

export interface DepartmentScore {
  readonly id: string;
  readonly score: number;
}

/** Only the most likely field whose name fits; null for a department that the vocabulary knows nothing of. */
export function fieldOf({ name }: Pick<DepartmentRow, 'name'>): Field | null {
  const words = known(name);
  return NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

type Known = Pick<DepartmentRow, 'id' | 'name' | 'keywords'>;

/** Departments by how much in `text` speaks for them, the most likely first; those without a word left out. */
export function departmentsFor(
  text: string,
  departments: readonly Known[],
): readonly DepartmentScore[] {
  const fields = new Map(fieldsOf(text).map(({ field, score }) => [field, score]));
  const words = toMatchable(text);
  return departments
    .map((department) => {
      const field = fieldOf(department);
      const general = field === null ? 0 : (fields.get(field) ?? 0);
      return { id: department.id, score: general + keywordScore(words, department.keywords) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function keywordScore(words: string, keywords: readonly string[]): number {
  let sum = 0;
  for (const keyword of keywords) {
    const wanted = known(keyword);
    if (wanted !== '' && words.includes(wanted)) sum += weightOf(wanted);
  }
  return sum;
}

/** Names and keywords of departments, which are asked for with every question and hardly ever change. */
const forms = new Map<string, string>();
const MOST_FORMS = 2_000;

function known(words: string): string {
  let form = forms.get(words);
  if (form === undefined) {
    if (forms.size >= MOST_FORMS) forms.clear();
    forms.set(words, (form = toMatchable(words)));
  }
  return form;
}

/** A keyword of one character is in too many words. */
const weightOf = (keyword: string): number =>
  keyword.length === 1 ? 0.4 : keyword.length === 2 ? 1.2 : 1.8;
