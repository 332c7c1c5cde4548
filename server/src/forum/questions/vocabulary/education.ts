import type { Vocabulary } from './vocabulary';

export const education: Vocabulary = {
  strong: {
    schoolDistrict:
      '学区 划片 学位 对口 对口小学 片区 施教区 分到别处 往外分 名额不够 统筹安排 收不收 school_district catchment',
    enrolment:
      '入学 上小学 上一年级 一年级 念书 上学名额 招生 报名入学 幼升小 小升初 上初中 积分入学 随迁子女 enrolment enrollment',
    nursery: '幼儿园 小班 托班 入园 公办园 民办园 摇号 保育 kindergarten nursery',
    school: '学校 校园 小学 中学 初中 高中 职高 中专 大专 村小 校长 班主任 分班 school campus',
    teacher: '老师 教师 师德 代课 体罚 骂学生 家长群 teacher',
    homework: '作业 减负 双减 打卡 考试排名 晚自习 补课 早读 课外 homework',
    tutoring:
      '校外培训 培训机构 补习班 补习机构 辅导班 作文班 托管班 课时费 课时 兴趣班 早教班 tutoring training_school',
    exams: '中考 高考 会考 体育考试 录取 志愿填报 分数线 普高 exam',
    schoolLunch: '学校食堂 伙食费 营养餐 校园餐 配餐 午餐 食堂 学生餐 饭菜 school_meal canteen',
    uniform: '校服 教辅 书本费 学费 乱收费学校 uniform tuition',
    afterSchool:
      '课后服务 延时班 课后托管 暑托班 暑假没人看 假期托管 夏令营 寒托 summer_camp day_care after-school',
    schoolBus: '校车 school_bus',
    transferSchool: '转学 学籍 借读 休学 复学 transfer_school',
    aid: '助学金 助学贷款 奖学金 贫困生 免学费 scholarship',
    bullying: '校园欺凌 霸凌 欺负同学 bullying',
    office: '教育局 教体局 教委 education_bureau',
    special: '自闭症 特教 特殊教育 随班就读 融合教育 多动症',
    staff: '园长 幼师 家委会 班费 班级群 校医 宿舍 住校 寝室 校门 接送 护学 门卫',
    study:
      '晚自习 强制 同意书 自愿参加 睡眠不够 成绩 试卷 书包 择校 复读 留级 初三 高三 初一 初二 高一 三年级 四年级 五年级 六年级 二年级 毕业班',
    papers: '毕业证 学历 教师资格 教师资格证 招教 支教 缺老师 换老师 自考 成人高考 技校',
    trips: '研学 游学 午托 晚托 小饭桌 午睡 午休课 延时服务费 托管费 住宿费',
  },
  plain: {
    pupils:
      '学生 同学 家长 孩子上学 孩子读书 上学 放学 开学 暑假 寒假 双职工 pupil student parents',
    kindergartenAge: '六岁 六岁半 上学年龄',
    inSchool: '念初 读初 念书 读书 上课 下课 课间 作业多 写作业 考试 班上 班里 打卡 老师说 家校',
  },
  weak: { child: '孩子 娃 孙子 外孙 child children' },
};
