/**
 * Keeps the clock and chance behind their ports, so that a whole forum can be replayed and simulated from one
 * seed. Only the system ports may read them; eslint.config.js names those files.
 */
const FORBIDDEN = {
  Date: ['now'],
  performance: ['now'],
  Math: ['random'],
  process: ['hrtime'],
};

const GLOBALS = new Set(['globalThis', 'window', 'self', 'global']);

/** `x`, `globalThis.x` and `globalThis['x']` are all called x. */
function nameOf(node) {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression' && GLOBALS.has(node.object.name)) return propertyOf(node);
  return undefined;
}

function propertyOf(node) {
  return node.computed ? node.property.value : node.property.name;
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { ambient: '{{what}}: take time and randomness as parameters, from a port.' },
  },
  create(context) {
    const report = (node, what) => context.report({ node, messageId: 'ambient', data: { what } });
    return {
      MemberExpression(node) {
        const owner = nameOf(node.object);
        const property = propertyOf(node);
        if (Object.hasOwn(FORBIDDEN, owner ?? '') && FORBIDDEN[owner].includes(property))
          report(node, `${owner}.${property}`);
      },
      NewExpression(node) {
        if (nameOf(node.callee) === 'Date' && node.arguments.length === 0)
          report(node, 'new Date()');
      },
      CallExpression(node) {
        if (nameOf(node.callee) === 'Date') report(node, 'Date()');
      },
    };
  },
};
