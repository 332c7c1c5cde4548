/**
 * `npm test`: every check there is, in the order that fails soonest, ending with one line that counts them.
 * `npm test -- static unit e2e` runs some kinds only; `--full` makes long tests take their full length.
 */
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { compileNative, prepareSources } from './prepare.mjs';
import { node, tool } from './run.mjs';
import { countPlaywright, countVitest, scoreRunner, Scores } from './test-scores.mjs';

/** Static checks run beside these. */
const BESIDE = ['unit', 'integration'];
const IN_VITEST = [...BESIDE, 'faults', 'simulation'];
const KINDS = ['static', ...IN_VITEST, 'e2e'];

const words = process.argv.slice(2).filter((word) => word !== '--full');
const unknown = words.filter((word) => !KINDS.includes(word));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${KINDS.join(', ')}, --full.`);
  process.exit(64);
}
const wants = (...kinds) => words.length === 0 || kinds.some((kind) => words.includes(kind));
/** Linting makes much that is soon forgotten; with V8's own small nursery a fifth of its time is collecting it. */
const ROOMY_NURSERY = {
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`,
};
const isFull = process.argv.includes('--full');
const env = isFull ? { WENZHENG_FULL: '1' } : {};
/** What these measure in their long forms leaves no room for anything beside it; the short forms are lenient. */
const FAULTS_ALONE = isFull ? ['kill', 'return', 'emergency'] : ['kill'];

const scores = new Scores();
await everything();
process.exit(scores.summarize());

async function everything() {
  if (!(await step('prepare', prepareSources))) return;
  // One core checks what needs nothing but the sources, as compiling and building leave one free; then both do.
  const checks = wants('static') ? staticChecks() : [];
  const checking = workOff(checks);
  const isReady = await buildAndRun();
  await Promise.all([checking, workOff(checks)]);
  if (isReady) await faultsAndSimulation();
  if (wants('e2e') && isReady) await playwright();
}

async function buildAndRun() {
  const isRunning = wants(...IN_VITEST, 'e2e');
  if (isRunning && !(await step('compile', compileNative))) return false;
  const isBuilt = words.join() === 'unit' || (await step('build', () => build()));
  if (isBuilt && wants('static')) await check('size of audience', ['scripts/audience-size.mjs']);
  const hasChromium = !wants('e2e') || (await step('chromium', ensureChromium));
  const beside = BESIDE.filter((kind) => wants(kind));
  if (beside.length > 0)
    await vitest(
      beside.join(' '),
      beside.map((kind) => `tests/${kind}/`),
    );
  return isBuilt && hasChromium;
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

/** The longest first, so that no core waits for it at the end. */
function staticChecks() {
  const typed = (name) => [...tool.tsc, '--noEmit', '--project', name];
  // What the screens share is read once for all of them.
  const screens = [
    ...tool.svelteCheck,
    ...['--workspace', '.', '--tsconfig', './tsconfig.screens.json'],
    ...['--fail-on-warnings', '--output', 'human'],
  ];
  return Object.entries({
    lint: [...tool.eslint, '--max-warnings', '0', '.'],
    format: [...tool.prettier, '--check', '--log-level', 'warn', '.'],
    'types of tests': typed('tests'),
    'types of screens': screens,
    'types of server': typed('server'),
  });
}

async function workOff(checks) {
  for (let next = checks.shift(); next; next = checks.shift()) await check(...next);
}

async function check(name, command) {
  await scores.time(name, async () => {
    const { ok, output } = await node(command, { env: ROOMY_NURSERY });
    return ok ? { passed: 1 } : { failed: 1, output };
  });
}

/** Faults mostly wait for hubs and clocks; what is simulated has no clock but its own and takes what they leave of the cores. */
async function faultsAndSimulation() {
  // How soon a killed hub is back is measured with nothing beside it.
  const alone = FAULTS_ALONE.map((name) => `faults/${name}.test.ts`);
  if (wants('faults'))
    await vitest('faults alone', ['--maxWorkers', '1', ...alone.map((file) => `tests/${file}`)]);
  // Several hubs and crowds at once starve each other.
  const others = ['--maxWorkers', '2', ...alone.flatMap((file) => ['--exclude', file])];
  await Promise.all([
    wants('faults') && vitest('other faults', [...others, 'tests/faults/']),
    wants('simulation') &&
      vitest('simulation', ['tests/simulation/'], {
        env: { WENZHENG_REPORT: 'output/simulation.json' },
        report: 'tests/output/simulation.json',
        yielding: true,
      }),
  ]);
}

async function vitest(name, which, { report = 'tests/output/vitest.json', ...options } = {}) {
  const config = ['--config', 'tests/vitest.config.ts'];
  const command = [...tool.vitest, 'run', ...config, ...which];
  const run = () => node(command, { ...options, env: { ...env, ...options.env } });
  await scores.time(`vitest, ${name}`, () => scoreRunner(run, report, countVitest));
}

async function playwright() {
  const command = [...tool.playwright, 'test', '--config', 'tests/playwright.config.ts'];
  // What measures has the machine to itself.
  for (const projects of [['measured'], ['long', 'sturdy']]) {
    const chosen = projects.flatMap((project) => ['--project', project]);
    const run = () => node([...command, ...chosen], { env, live: true });
    await scores.time(`playwright, ${projects.join(' ')}`, () =>
      scoreRunner(run, 'tests/output/playwright.json', countPlaywright),
    );
  }
}
