/** The rules of this house, as one ESLint plugin. */
import importDirection from './import-direction.mjs';
import noAmbientClock from './no-ambient-clock.mjs';
import noLiteralText from './no-literal-text.mjs';

export default {
  rules: {
    'import-direction': importDirection,
    'no-ambient-clock': noAmbientClock,
    'no-literal-text': noLiteralText,
  },
};
