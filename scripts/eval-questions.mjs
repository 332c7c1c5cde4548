/** `npm run eval:questions -- FILE.jsonl`: how well similar questions, routing and flags work; see docs/questions.md. */
import { runBundled } from './run-bundled.mjs';

await runBundled('eval-questions', { built: false });
