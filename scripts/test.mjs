/**
 * `npm test`: every check there is, in the order that fails soonest, ending with one line that counts them.
 * `npm test -- static unit e2e` runs some kinds only; `--full` makes long tests take their full length.
 */
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { prepare } from './prepare.mjs';
import { inParallel, node, tool } from './run.mjs';
import { countPlaywright, countVitest, scoreRunner, Scores } from './test-scores.mjs';

const IN_VITEST = ['unit', 'integration', 'simulation', 'faults'];
const KINDS = ['static', ...IN_VITEST, 'e2e'];

const words = process.argv.slice(2).filter((word) => word !== '--full');
const unknown = words.filter((word) => !KINDS.includes(word));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${KINDS.join(', ')}, --full.`);
  process.exit(64);
}
const wants = (...kinds) => words.length === 0 || kinds.some((kind) => words.includes(kind));
const env = process.argv.includes('--full') ? { WENZHENG_FULL: '1' } : {};

const scores = new Scores();
await everything();
process.exit(scores.summarize());

async function everything() {
  if (!(await step('prepare', prepare))) return;
  const hasChromium = !wants('e2e') || (await step('chromium', ensureChromium));
  const needBuild = KINDS.filter((kind) => kind !== 'unit');
  const isBuilt = !wants(...needBuild) || (await step('build', () => build()));

  const lanes = [];
  if (wants(...IN_VITEST)) lanes.push(vitest);
  if (wants('static')) lanes.push(staticChecks);
  await inParallel(2, lanes, (lane) => lane());

  if (wants('e2e') && hasChromium && isBuilt) await playwright();
}

/** What has to work before anything can be tested; only its failing counts. */
async function step(name, work) {
  return scores.time(name, async () => {
    try {
      await work();
      return {};
    } catch (error) {
      return { failed: 1, output: error.message };
    }
  });
}

async function staticChecks() {
  const typed = (name) => [...tool.tsc, '--noEmit', '--project', name];
  const svelte = (name) => [
    ...tool.svelteCheck,
    ...['--workspace', name, '--tsconfig', './tsconfig.json'],
    ...['--fail-on-warnings', '--output', 'human'],
  ];
  const checks = {
    format: [...tool.prettier, '--check', '--log-level', 'warn', '.'],
    lint: [...tool.eslint, '--max-warnings', '0', '.'],
    'types of server': typed('server'),
    'types of tests': typed('tests'),
    'types of shared': svelte('shared'),
    'types of display': svelte('display'),
    'types of console': svelte('console'),
    'types of audience': svelte('audience'),
    'size of audience': ['scripts/audience-size.mjs'],
  };
  for (const [name, command] of Object.entries(checks))
    await scores.time(name, async () => {
      const { ok, output } = await node(command);
      return ok ? { passed: 1 } : { failed: 1, output };
    });
}

async function vitest() {
  const folders = IN_VITEST.filter((kind) => wants(kind)).map((kind) => `tests/${kind}/`);
  const command = [...tool.vitest, 'run', '--config', 'tests/vitest.config.ts', ...folders];
  const run = () => node(command, { env });
  await scores.time('vitest', () => scoreRunner(run, 'tests/output/vitest.json', countVitest));
}

async function playwright() {
  const command = [...tool.playwright, 'test', '--config', 'tests/playwright.config.ts'];
  // What measures has the machine to itself.
  for (const project of ['measured', 'sturdy']) {
    const run = () => node([...command, '--project', project], { env, live: true });
    await scores.time(`playwright, ${project}`, () =>
      scoreRunner(run, 'tests/output/playwright.json', countPlaywright),
    );
  }
}
