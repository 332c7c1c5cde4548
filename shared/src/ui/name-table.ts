type Options = { locale?: 'zh-CN' | 'en' };

/**
 * Names by key, in the page's language unless told another. Marked pure where it is used, so that a phone loads only the
 * tables it shows.
 */
export const table =
  <K extends string>(names: Record<K, (inputs?: object, options?: Options) => string>) =>
  (key: K, options?: Options): string =>
    names[key]({}, options);
