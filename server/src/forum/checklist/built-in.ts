/** The built-in checklist: what the plan of such a forum asks for before the day, in the order of its dates. */
import type { PlannedTask } from './state';

/** Id, days before the forum, then in each language what is to be done and who sees to it. */
type Row = readonly [id: string, daysBefore: number, ...texts: readonly [Text, Text]];
type Text = readonly [title: string, owner: string];

const ROWS: readonly Row[] = [
  [
    'plan',
    60,
    ['定下主题、时间、地点和预算，报批方案', '筹备组'],
    ['Settle theme, date, venue and budget; have the plan approved', 'Preparation group'],
  ],
  [
    'group',
    55,
    ['成立筹备组，分工到人', '筹备组'],
    ['Set up the preparation group and say who does what', 'Preparation group'],
  ],
  [
    'survey',
    40,
    ['会前征集群众关心的问题', '宣传组'],
    ['Ask citizens beforehand what concerns them', 'Publicity'],
  ],
  [
    'officials',
    30,
    ['邀请各部门负责人，确认出席名单', '联络组'],
    ['Invite the heads of departments and confirm who comes', 'Liaison'],
  ],
  [
    'venue',
    30,
    ['落实场地：提问区、互动区、休息区，电源、音响、雨天备用地点', '现场组'],
    ['Venue: question, interaction and rest zones, power, sound, a plan for rain', 'Floor team'],
  ],
  [
    'representatives',
    21,
    ['选出市民代表，公开产生方式', '联络组'],
    ["Choose the citizens' representatives and publish how", 'Liaison'],
  ],
  [
    'safety-plan',
    21,
    ['制定安全预案：医疗、消防、疏散，报公安和消防', '安全组'],
    ['Safety plan: first aid, fire, evacuation; agreed with police and fire service', 'Safety'],
  ],
  [
    'publicity',
    14,
    ['报纸、电视、网络发布活动公告', '宣传组'],
    ['Announce the forum in press, on television and online', 'Publicity'],
  ],
  [
    'press',
    14,
    ['邀请媒体，指定唯一的媒体联络人', '宣传组'],
    ['Invite the media and name the one person who speaks to them', 'Publicity'],
  ],
  [
    'volunteers',
    14,
    ['招募志愿者和问题收集员', '现场组'],
    ['Recruit volunteers and collectors of questions', 'Floor team'],
  ],
  [
    'officials-training',
    10,
    ['给上台负责人做答复培训：说大白话，讲清时限', '联络组'],
    ['Train the officials: plain words, and a date for every promise', 'Liaison'],
  ],
  [
    'agenda',
    7,
    ['排好议程和每位宣讲时长，写好主持提示', '主持人'],
    ["Settle the agenda, the length of each talk and the host's notes", 'Host'],
  ],
  [
    'volunteers-training',
    7,
    ['培训志愿者：岗位、引导、收纸条、紧急情况', '现场组'],
    ['Train the volunteers: posts, guiding, slips, emergencies', 'Floor team'],
  ],
  [
    'slides',
    5,
    ['收齐宣讲材料，整理难懂的词和解释', '联络组'],
    ["Collect the speakers' material and explain difficult terms", 'Liaison'],
  ],
  [
    'print',
    5,
    ['打印纸条、入场券、海报和指示牌', '资料组'],
    ['Print slips, tickets, poster and signs', 'Papers'],
  ],
  [
    'network',
    3,
    ['到场测试无线网络、大屏、音响和自助机', '技术组'],
    ['Try out Wi-Fi, screens, sound and kiosks at the venue', 'Technicians'],
  ],
  [
    'access',
    2,
    ['给主持人、审核员、志愿者发登录链接，逐台试登录', '技术组'],
    ['Hand out access to host, moderators, volunteers; sign in on every device', 'Technicians'],
  ],
  [
    'rehearsal',
    1,
    ['全流程彩排，含一次紧急情况演练', '主持人'],
    ['Rehearse the whole day, with one emergency drill', 'Host'],
  ],
  [
    'set-up',
    1,
    ['布置会场：座位、指示牌、纸条箱、医疗点、消防点', '现场组'],
    ['Set up: seats, signs, paper box, first aid and fire points', 'Floor team'],
  ],
  [
    'check',
    0,
    ['开门前做开场检查，备份一次', '技术组'],
    ['Readiness check and a backup before the doors open', 'Technicians'],
  ],
];

export const builtInTasks = (language: 'zh-CN' | 'en'): PlannedTask[] =>
  ROWS.map(([id, daysBefore, chinese, english]) => {
    const [title, owner] = language === 'en' ? english : chinese;
    return { id, title, owner, daysBefore };
  });
