/** The hub's own words, Chinese first. Its terminal and pages are read before anyone chose a language. */
type Locale = 'zh-CN' | 'en';
type Message<Inputs> = (inputs: Inputs, options: { locale: Locale }) => string;

/** Both languages after one another, for a line in a terminal. */
export const bilingual = <Inputs>(message: Message<Inputs>, inputs: Inputs): string =>
  `${message(inputs, { locale: 'zh-CN' })} ${message(inputs, { locale: 'en' })}`;

export const chinese = <Inputs>(message: Message<Inputs>, inputs: Inputs): string =>
  message(inputs, { locale: 'zh-CN' });

export const english = <Inputs>(message: Message<Inputs>, inputs: Inputs): string =>
  message(inputs, { locale: 'en' });
