/** The 25 tasks in words for a host who has never seen the console, as docs/host-guide.md has them. */
import type { Locale } from '../support/forum-people';
import type { TaskId } from './tasks';

interface InWords {
  readonly title: string;
  readonly how: string;
}

const CHINESE: Readonly<Record<TaskId, InWords>> = {
  open: {
    title: '开始问政会',
    how: '按正下方的红色大按钮。它总是做接下来该做的事，并且写明是什么事。',
  },
  rules: {
    title: '大屏换成规则，讲完换回来',
    how: '在左下角按“范围与规则”，讲完按“随发言”。',
  },
  'next-item': {
    title: '进入下一个环节',
    how: '按大按钮。要跳到别的环节，就按左边议程里的那一项。',
  },
  'give-floor': {
    title: '请宣讲人发言',
    how: '按大按钮。大屏换上姓名，计时马上开始。',
  },
  'add-minute': { title: '加一分钟', how: '在计时下面按“+1 分钟”。' },
  pause: { title: '停表，再走表', how: '按“暂停”。要继续，在同一个地方按“继续”。' },
  'tell-stage': {
    title: '悄悄提醒台上的人',
    how: '按“提示台上”，再按要说的那句话，比如“请讲大白话”。只有台上的提示屏看得到。',
  },
  card: {
    title: '大屏解释一个难懂的词',
    how: '在计时下面按那个词，大屏换上大白话卡；再按一下就收起。',
  },
  interjection: {
    title: '让别人插句话，再把发言还回去',
    how: '按“插话”，发言人的计时就停住。说完按大按钮，发言接着走。',
  },
  undo: { title: '按错了，撤销', how: '十秒钟之内，按大按钮上面的“撤销”。' },
  'catch-up': {
    title: '晚点了，把时间追回来',
    how: '在左边按“怎样追回……分钟”，看一看要改什么，再按“照此调整”。没有晚点就没有这个按钮。',
  },
  'next-question': {
    title: '下一个问题上大屏',
    how: '按大按钮，上面写着是哪一个问题。',
  },
  'let-answer': {
    title: '请领导答复',
    how: '按大按钮，答复的计时就开始。要请另一位，先在“由谁答复”里选，多按两下。',
  },
  'hand-over': {
    title: '请另一位接着答',
    how: '按“换人 / 合答”，再按“转交答复”。已经替您选好一位；要换成别人，先在名单里选，多按两下。',
  },
  answered: {
    title: '记下答复要点，这一问结束',
    how: '按“答复要点”那一格，写几个字，再按绿色的“已答复”。来不及写就直接按，审核台会补上。',
  },
  'end-rating': {
    title: '公布大家对答复的评价',
    how: '答复一结束，手机上就可以评价。按“结束评价”，大屏公布结果。',
  },
  'most-supported': {
    title: '附议最多的问题上大屏',
    how: '在右边按“附议”，再按第一个问题下面的“上屏”。',
  },
  deflect: {
    title: '婉转引导不合适的问题',
    how: '按“婉转引导”，上面写着理由、转给谁、哪天答复。问题不会丢，会后有人办。',
  },
  'face-to-face': {
    title: '请代表和领导面对面',
    how: '按大按钮，代表先说。以后每按一次，发言权就交给对方。',
  },
  'record-outcome': {
    title: '记下对话的结果，对话结束',
    how: '按“结束并记下结果”，直接写一句，再按“结束互动”。',
  },
  help: {
    title: '有人求助，告诉对方有人来',
    how: '志愿者求助时，上面出现一条黄色提示。按“我去”，对方马上看到。',
  },
  blank: {
    title: '让一块大屏黑屏',
    how: '在最上面按“大屏”，再在那块屏下面按“黑屏”。按“随台上”就恢复，按“主持”回来。',
  },
  emergency: {
    title: '发生紧急情况，全场示警',
    how: '按右上角的“紧急情况”，再按住“全场示警”一秒钟。已经选好“疏散”，选别的多按一下。',
  },
  'all-clear': {
    title: '解除紧急情况',
    how: '在上面按住“解除，恢复原样”一秒钟。计时、画面和发言人都回到原样。',
  },
  close: {
    title: '结束问政会',
    how: '走到“结束”环节，按大按钮，再按住“结束问政会”一秒钟。这一下不能撤销。',
  },
};

const ENGLISH: Readonly<Record<TaskId, InWords>> = {
  open: {
    title: 'Begin the forum',
    how: 'Press the large red button at the bottom. It always does the next right thing, and says what that is.',
  },
  rules: {
    title: 'Show the rules, and go back',
    how: 'Press “Scope and rules” at the lower left, and “Follow” when you have read them out.',
  },
  'next-item': {
    title: 'Go on to the next item',
    how: 'Press the large button. To jump to another item, press it in the agenda on the left.',
  },
  'give-floor': {
    title: 'Give a speaker the floor',
    how: 'Press the large button. The name comes up, and the clock starts at once.',
  },
  'add-minute': { title: 'Add a minute', how: 'Press “+1 minute” below the clock.' },
  pause: {
    title: 'Stop the clock, and start it again',
    how: 'Press “Pause”, and in the same place “Resume”.',
  },
  'tell-stage': {
    title: 'Tell the speaker something quietly',
    how: 'Press “Tell the stage”, then what you want to say, such as “Plain words, please”. Only the stage monitor shows it.',
  },
  card: {
    title: 'Explain a difficult word on the big screen',
    how: 'Press the word below the clock; press it again to take the card away.',
  },
  interjection: {
    title: 'Let somebody speak up, and give the floor back',
    how: 'Press “Interject”: the speaker’s clock stops. Afterwards press the large button, and the talk goes on.',
  },
  undo: {
    title: 'Take a wrong press back',
    how: 'Within ten seconds press “Undo” above the large button.',
  },
  'catch-up': {
    title: 'Make up for lost time',
    how: 'Press “How to make up … min” on the left, read what would change, and press “Do this”. The button is there only when you are late.',
  },
  'next-question': {
    title: 'Put the next question on screen',
    how: 'Press the large button; it says which question that is.',
  },
  'let-answer': {
    title: 'Have an official answer',
    how: 'Press the large button, and the answer’s clock starts. To ask somebody else, choose them under “Who answers” first: two presses more.',
  },
  'hand-over': {
    title: 'Have somebody else go on answering',
    how: 'Press “Another official”, then “Hand over”. One is chosen already; to choose another in the list takes two presses more.',
  },
  answered: {
    title: 'Note the answer, and end the question',
    how: 'Press the field “Notes”, write a few words, and press the green “Answered”. With no time to write, press it at once: the desk adds the notes.',
  },
  'end-rating': {
    title: 'Show how the answer was rated',
    how: 'Phones rate an answer as soon as it has ended. Press “Close rating”, and the big screen shows the result.',
  },
  'most-supported': {
    title: 'Put the most supported question on screen',
    how: 'Press “Support” on the right, then “Show” below the first question.',
  },
  deflect: {
    title: 'Lead an unsuitable question away gently',
    how: 'Press “Deflect”; it says why, to whom, and by when there is an answer. The question is not lost but followed up.',
  },
  'face-to-face': {
    title: 'Bring a citizen and an official face to face',
    how: 'Press the large button; the citizen begins. Each further press passes the floor to the other.',
  },
  'record-outcome': {
    title: 'Note the outcome, and end the dialogue',
    how: 'Press “End with outcome”, write a sentence, and press “End exchange”.',
  },
  help: {
    title: 'Answer a call for help',
    how: 'When a volunteer calls, a yellow line comes up at the top. Press “On my way”; they see it at once.',
  },
  blank: {
    title: 'Blank a display',
    how: 'Press “Displays” at the top, then “Blank” under that display. “Follow” brings it back, and “Host” brings you back here.',
  },
  emergency: {
    title: 'Raise an emergency',
    how: 'Press “Emergency” at the upper right, then hold “Raise alarm” for a second. “Evacuate” is chosen already; another kind takes one press more.',
  },
  'all-clear': {
    title: 'Give the all clear',
    how: 'Hold “All clear” at the top for a second. Clock, screen and speaker are as they were.',
  },
  close: {
    title: 'Close the forum',
    how: 'In the last item press the large button, then hold “Close the forum” for a second. This cannot be undone.',
  },
};

export const IN_WORDS: Readonly<Record<Locale, Readonly<Record<TaskId, InWords>>>> = {
  'zh-CN': CHINESE,
  en: ENGLISH,
};
