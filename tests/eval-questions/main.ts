/** `npm run eval:questions -- FILE.jsonl [--json OUT]`: see docs/questions.md for the method and the figures. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { evaluate, summaryOf } from './evaluate';
import { MalformedLine, parseQuestions, type SortedQuestion } from './questions';
import { report } from './report';

/** As in sysexits.h. */
const USAGE = 64;
const BAD_DATA = 65;
const NO_INPUT = 66;

function refuse(problem: string, code: number): never {
  console.error(problem);
  process.exit(code);
}

function read(file: string): readonly SortedQuestion[] {
  try {
    return parseQuestions(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof MalformedLine) refuse(`${file}, ${error.message}`, BAD_DATA);
    refuse(`${file} cannot be read: ${error instanceof Error ? error.message : error}`, NO_INPUT);
  }
}

function readArguments(): { file: string; json: string | undefined } {
  const usage = 'npm run eval:questions -- FILE.jsonl [--json OUT]';
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, more] = positionals;
    if (file !== undefined && more === undefined) return { file, json: values.json };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return refuse(usage, USAGE);
}

const { file, json } = readArguments();
const questions = read(file);
const evaluation = evaluate(questions);
console.log(report(file, questions, evaluation));
if (json !== undefined) writeFileSync(json, `${JSON.stringify(summaryOf(evaluation), null, 2)}\n`);
