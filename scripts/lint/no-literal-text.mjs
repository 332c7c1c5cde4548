/**
 * Keeps every text that people read in the message catalogue, so that no screen is ever half translated:
 * no words in markup, none in attributes that are read aloud or shown, no Chinese in string literals.
 */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);

const WORDS = /\p{L}/u;
const CHINESE = /[\p{Script=Han}\u3001-\u303f\uff00-\uffef]/u;

const isText = (value) => WORDS.test(value) || CHINESE.test(value);

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { literal: 'Take this text from the message catalogue: {{text}}' },
  },
  create(context) {
    const report = (node, value) =>
      context.report({ node, messageId: 'literal', data: { text: value.trim().slice(0, 40) } });

    return {
      SvelteText(node) {
        if (node.parent.type !== 'SvelteStyleElement' && isText(node.value))
          report(node, node.value);
      },
      SvelteLiteral(node) {
        const attribute = node.parent;
        if (attribute.type !== 'SvelteAttribute') return;
        const shown = SPOKEN.has(attribute.key.name) && isText(node.value);
        if (shown || CHINESE.test(node.value)) report(node, node.value);
      },
      Literal(node) {
        if (typeof node.value === 'string' && CHINESE.test(node.value)) report(node, node.value);
      },
      TemplateElement(node) {
        const value = node.value.cooked ?? node.value.raw;
        if (CHINESE.test(value)) report(node, value);
      },
    };
  },
};
