/** The polls of the built-in forum. */
import type { PollDraft } from '@wenzheng/shared/forum/polls';

const plain = {
  ...{ most: null, steps: null, low: '', high: '' },
  who: 'anyone',
  live: false,
} as const;

export const builtInPolls: Readonly<Record<'zh-CN' | 'en', readonly PollDraft[]>> = {
  'zh-CN': [
    {
      ...{ ...plain, id: 'first', kind: 'single', text: '您最希望先办好哪一件事？' },
      options: ['老旧小区加装电梯', '增加停车位', '延长公交末班车', '修好路灯', '多建托育点'],
    },
    {
      ...{
        ...plain,
        id: 'service',
        kind: 'scale',
        text: '您对办事大厅的服务打几分？',
        options: [],
      },
      ...{ steps: 5, low: '不满意', high: '很满意' },
    },
    { ...plain, id: 'word', kind: 'cloud', text: '用一个词说说您期待的城市。', options: [] },
  ],
  en: [
    {
      ...{ ...plain, id: 'first', kind: 'single', text: 'Which should be done first?' },
      options: [
        'Lifts in old blocks',
        'More parking',
        'Later last buses',
        'Working street lamps',
        'More nurseries',
      ],
    },
    {
      ...{ ...plain, id: 'service', kind: 'scale', options: [] },
      ...{ text: 'How good is the service at the city hall?' },
      ...{ steps: 5, low: 'Poor', high: 'Very good' },
    },
    {
      ...{ ...plain, id: 'word', kind: 'cloud', options: [] },
      text: 'In one word: the city you hope for?',
    },
  ],
};
