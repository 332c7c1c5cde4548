/** Texts of the built-in forum. The city, and its people are invented. */
import type { ForumView, Stage } from '@wenzheng/shared/forum/agenda';

export type Locale = 'zh-CN' | 'en';

export interface BuiltInTexts {
  readonly title: string;
  readonly theme: string;
  readonly venue: string;
  readonly organisations: ForumView['organisations'];
  readonly scope: string[];
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

const chinese: BuiltInTexts = {
  title: '文化广场专场',
  theme: '倾听民声，服务百姓',
  venue: '云川市文化广场',
  organisations: [
    { name: '云川市人民政府', part: 'host' },
    { name: '云川市政务服务中心', part: 'organiser' },
    { name: '云川广播电视台', part: 'co_organiser' },
    { name: '云川市志愿者协会', part: 'co_organiser' },
  ],
  scope: [
    '老旧小区改造和物业',
    '公交、停车和道路',
    '医保报销和异地就医',
    '入学和校园',
    '河道、空气和噪声',
    '市容和摆摊',
  ],
  stages: [
    {
      stage: 'opening',
      title: '开场：主题、内容与今天的安排',
      owner: '林静（主持人）',
      note: '请大家把手机调成静音；说明提问范围',
    },
    {
      stage: 'policy_talk',
      title: '政策宣讲：六个部门依次上台',
      owner: '孙悦（宣传组）',
      note: '每位 5 分钟，剩 1 分钟时提醒',
    },
    {
      stage: 'qa',
      title: '百姓提问：当场问，当场答',
      owner: '林静（主持人）',
      note: '纸条与话筒至少占三成；超出范围的请婉转引导',
    },
    {
      stage: 'interaction',
      title: '现场互动：市民代表与部门面对面',
      owner: '马超（现场组）',
      note: '代表发言时不打断',
    },
    {
      stage: 'opinion',
      title: '意见征集：大家一起表态',
      owner: '何敏（数据组）',
      note: '提醒大家纸质意见箱在出口',
    },
    {
      stage: 'results',
      title: '成果展示：今天办成了什么',
      owner: '何敏（数据组）',
      note: '逐条念承诺、单位和期限',
    },
    {
      stage: 'closing',
      title: '结束：致谢与后续办理',
      owner: '林静（主持人）',
      note: '说明在哪里查办理进度',
    },
  ],
  departments: [
    {
      id: 'housing',
      name: '住房和城乡建设局',
      head: {
        id: 'wang-jianguo',
        name: '王建国',
        office: '局长',
        topic: '老旧小区改造：先听居民的，再动工',
      },
      keywords: [
        '住房',
        '小区',
        '物业',
        '电梯',
        '房子',
        '维修基金',
        '公租房',
        '加装',
        '漏水',
        '楼道',
      ],
    },
    {
      id: 'transport',
      name: '交通运输局',
      head: {
        id: 'zhao-zhiqiang',
        name: '赵志强',
        office: '局长',
        topic: '公交线路调整：末班车延到晚上十点',
      },
      keywords: [
        '公交',
        '道路',
        '路口',
        '停车',
        '红绿灯',
        '堵车',
        '修路',
        '班车',
        '出租车',
        '地铁',
        '路灯',
      ],
    },
    {
      id: 'medical_ins',
      name: '医疗保障局',
      head: {
        id: 'chen-shufen',
        name: '陈淑芬',
        office: '副局长',
        topic: '异地就医直接结算：今年起，备案、报销都能在手机上办',
      },
      keywords: ['医保', '报销', '异地就医', '备案', '慢性病', '药费', '住院费'],
    },
    {
      id: 'education',
      name: '教育局',
      head: {
        id: 'li-wenhua',
        name: '李文华',
        office: '局长',
        topic: '入学怎么排：学位、划片和摇号说清楚',
      },
      keywords: [
        '学校',
        '入学',
        '学区',
        '幼儿园',
        '老师',
        '补课',
        '学位',
        '孩子上学',
        '校车',
        '食堂',
      ],
    },
    {
      id: 'environment',
      name: '生态环境局',
      head: {
        id: 'sun-yuemei',
        name: '孙月梅',
        office: '局长',
        topic: '河水变清：排污口一个一个查',
      },
      keywords: ['污染', '臭气', '排放', '排污', '噪声', '扬尘', '河水', '废气', '异味', '臭味'],
    },
    {
      id: 'urban_mgmt',
      name: '城市管理局',
      head: {
        id: 'zhou-haiping',
        name: '周海平',
        office: '副局长',
        topic: '摆摊有地方，路也要走得通',
      },
      keywords: ['垃圾', '占道', '摆摊', '公厕', '城管', '广告牌', '绿化', '井盖', '烧烤', '保洁'],
    },
    {
      id: 'police',
      name: '公安局',
      head: null,
      keywords: ['派出所', '诈骗', '户口', '身份证', '治安', '110', '偷', '广场舞'],
    },
    {
      id: 'hr_social',
      name: '人力资源和社会保障局',
      head: null,
      keywords: ['工资', '社保', '养老金', '退休', '工伤', '劳动', '就业', '培训', '欠薪'],
    },
    {
      id: 'civil_affairs',
      name: '民政局',
      head: null,
      keywords: ['低保', '养老院', '救助', '殡葬', '老年卡', '残疾', '助餐', '高龄'],
    },
    {
      id: 'market',
      name: '市场监督管理局',
      head: null,
      keywords: ['商家', '退款', '会员卡', '假货', '食品', '价格', '店', '健身房', '外卖', '缺斤'],
    },
    {
      id: 'water',
      name: '水务局',
      head: null,
      keywords: ['自来水', '停水', '水费', '水压', '下水道', '排水', '内涝', '水管'],
    },
    {
      id: 'health',
      name: '卫生健康委员会',
      head: null,
      keywords: ['医院', '看病', '挂号', '疫苗', '卫生院', '医生', '急诊'],
    },
    {
      id: 'agriculture',
      name: '农业农村局',
      head: null,
      keywords: ['种子', '农田', '化肥', '养殖', '农机', '村里', '灌溉', '玉米'],
    },
    {
      id: 'natural_res',
      name: '自然资源局',
      head: null,
      keywords: ['房产证', '宅基地', '规划', '征地', '土地', '不动产'],
    },
    {
      id: 'culture_sport',
      name: '文化体育局',
      head: null,
      keywords: ['图书馆', '体育', '健身器材', '文化馆', '球场', '戏'],
    },
    {
      id: 'gov_service',
      name: '政务服务中心',
      head: null,
      keywords: ['办事', '窗口', '证件', '大厅', '排号', '审批'],
    },
  ],
};

const english: BuiltInTexts = {
  title: 'Culture Square session',
  theme: 'Listening to the people, serving the people',
  venue: 'Culture Square, Yunchuan',
  organisations: [
    { name: 'Yunchuan Municipal Government', part: 'host' },
    { name: 'Yunchuan Government Service Centre', part: 'organiser' },
    { name: 'Yunchuan Broadcasting', part: 'co_organiser' },
    { name: 'Yunchuan Volunteers', part: 'co_organiser' },
  ],
  scope: [
    'Old estates and their management',
    'Buses, parking and roads',
    'Health insurance and treatment elsewhere',
    'School places and school life',
    'Rivers, air and noise',
    'Street cleaning and stalls',
  ],
  stages: [
    {
      stage: 'opening',
      title: 'Opening: theme, topics and the order of the day',
      owner: 'Lin Jing (host)',
      note: 'Ask everyone to silence their phones; explain the scope',
    },
    {
      stage: 'policy_talk',
      title: 'Policy talks: six departments in turn',
      owner: 'Sun Yue (publicity)',
      note: 'Five minutes each; remind them at one minute',
    },
    {
      stage: 'qa',
      title: 'Questions: asked and answered on the spot',
      owner: 'Lin Jing (host)',
      note: 'A third for slips and the microphone; deflect gently what lies outside the scope',
    },
    {
      stage: 'interaction',
      title: "Dialogue: citizens' representatives and officials",
      owner: 'Ma Chao (floor team)',
      note: 'Representatives are not interrupted',
    },
    {
      stage: 'opinion',
      title: 'Opinions: everyone has a say',
      owner: 'He Min (figures)',
      note: 'Point to the paper box at the exit',
    },
    {
      stage: 'results',
      title: 'Results: what today has achieved',
      owner: 'He Min (figures)',
      note: 'Read out each commitment, its owner and date',
    },
    {
      stage: 'closing',
      title: 'Closing: thanks, and what happens next',
      owner: 'Lin Jing (host)',
      note: 'Say where progress can be followed',
    },
  ],
  departments: [
    {
      id: 'housing',
      name: 'Housing and Urban-Rural Development Bureau',
      head: {
        id: 'wang-jianguo',
        name: 'Wang Jianguo',
        office: 'Director',
        topic: 'Renewing old estates: residents first, then the builders',
      },
      keywords: [
        'housing',
        'estate',
        'lift',
        'elevator',
        'property management',
        'flat',
        'leak',
        'stairwell',
      ],
    },
    {
      id: 'transport',
      name: 'Transport Bureau',
      head: {
        id: 'zhao-zhiqiang',
        name: 'Zhao Zhiqiang',
        office: 'Director',
        topic: 'New bus routes: the last bus now leaves at ten',
      },
      keywords: ['bus', 'road', 'parking', 'traffic', 'junction', 'taxi', 'street light', 'metro'],
    },
    {
      id: 'medical_ins',
      name: 'Healthcare Security Bureau',
      head: {
        id: 'chen-shufen',
        name: 'Chen Shufen',
        office: 'Deputy Director',
        topic: 'Treatment in another city: register and claim on your phone',
      },
      keywords: ['insurance', 'reimburse', 'medicine cost', 'claim'],
    },
    {
      id: 'education',
      name: 'Education Bureau',
      head: {
        id: 'li-wenhua',
        name: 'Li Wenhua',
        office: 'Director',
        topic: 'School places: how districts and draws work',
      },
      keywords: ['school', 'kindergarten', 'teacher', 'pupil', 'tuition'],
    },
    {
      id: 'environment',
      name: 'Ecology and Environment Bureau',
      head: {
        id: 'sun-yuemei',
        name: 'Sun Yuemei',
        office: 'Director',
        topic: 'Clearer rivers: every outlet is being checked',
      },
      keywords: ['pollution', 'smell', 'noise', 'dust', 'river', 'waste water'],
    },
    {
      id: 'urban_mgmt',
      name: 'Urban Management Bureau',
      head: {
        id: 'zhou-haiping',
        name: 'Zhou Haiping',
        office: 'Deputy Director',
        topic: 'Room for stalls, and room to walk',
      },
      keywords: ['rubbish', 'litter', 'stall', 'public toilet', 'billboard', 'manhole', 'pavement'],
    },
    {
      id: 'police',
      name: 'Public Security Bureau',
      head: null,
      keywords: ['police', 'fraud', 'theft', 'identity card'],
    },
    {
      id: 'hr_social',
      name: 'Human Resources and Social Security Bureau',
      head: null,
      keywords: ['wage', 'pension', 'salary', 'work injury', 'job', 'training'],
    },
    {
      id: 'civil_affairs',
      name: 'Civil Affairs Bureau',
      head: null,
      keywords: ['care home', 'allowance', 'disability', 'relief'],
    },
    {
      id: 'market',
      name: 'Market Regulation Bureau',
      head: null,
      keywords: ['shop', 'refund', 'fake', 'price', 'gym', 'membership'],
    },
    {
      id: 'water',
      name: 'Water Bureau',
      head: null,
      keywords: ['tap water', 'water supply', 'drain', 'flood', 'water bill'],
    },
    {
      id: 'health',
      name: 'Health Commission',
      head: null,
      keywords: ['hospital', 'doctor', 'clinic', 'vaccine'],
    },
    {
      id: 'agriculture',
      name: 'Agriculture and Rural Affairs Bureau',
      head: null,
      keywords: ['farm', 'seed', 'village', 'crop', 'irrigation'],
    },
    {
      id: 'natural_res',
      name: 'Natural Resources Bureau',
      head: null,
      keywords: ['land', 'deed', 'planning', 'homestead'],
    },
    {
      id: 'culture_sport',
      name: 'Culture and Sports Bureau',
      head: null,
      keywords: ['library', 'sport', 'museum', 'playground'],
    },
    {
      id: 'gov_service',
      name: 'Government Service Centre',
      head: null,
      keywords: ['permit', 'counter', 'certificate', 'paperwork'],
    },
  ],
};

export const builtInTexts: Readonly<Record<Locale, BuiltInTexts>> = {
  'zh-CN': chinese,
  en: english,
};
