import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseShard, type Shard } from '../batch/shard.js';
import { KunyeError } from '../errors.js';
import { INPUT_FORMATS, type InputFormat } from '../input/document.js';
import type { Encoding } from '../text/decode.js';
import type { OffsetUnit } from '../text/offsets.js';
import { ENTITY_TYPES, type EntityType } from '../types.js';

/** Kinds of output. */
export const OUTPUT_FORMATS = ['json', 'jsonl', 'conll', 'csv', 'html', 'pretty', 'brat', 'spacy'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** Options all commands that recognize have in common. */
export interface RecognizeFlags {
  types?: EntityType[];
  lexicon: string[];
  model?: string | false;
  minScore?: number;
}

/** Options all commands that read documents have in common. */
export interface InputFlags {
  from: InputFormat;
  encoding?: Encoding;
  textField: string;
  idField: string;
  quiet?: boolean;
}

/** Options of commands that print documents. */
export interface OutputFlags {
  to?: OutputFormat;
  offsets: OffsetUnit;
  color?: boolean;
}

const TYPES: readonly string[] = ENTITY_TYPES;
const ENCODINGS: Record<string, Encoding> = {
  utf8: 'utf-8',
  'utf-8': 'utf-8',
  utf16le: 'utf-16le',
  'utf-16le': 'utf-16le',
  utf16be: 'utf-16be',
  'utf-16be': 'utf-16be',
  'windows-1254': 'windows-1254',
  cp1254: 'windows-1254',
  'iso-8859-9': 'windows-1254',
  latin5: 'windows-1254',
};

/** Reads a list of types. */
export function parseTypes(value: string): EntityType[] {
  const types = value.split(',').map((type) => type.trim());
  const wrong = types.find((type) => !TYPES.includes(type));
  if (wrong !== undefined)
    throw new InvalidArgumentError(`'${wrong}' is no type; right would be a list of ${TYPES.join(',')}.`);
  return types as EntityType[];
}

function parseScore(value: string): number {
  const score = Number(value);
  if (value.trim() === '' || !(score >= 0 && score <= 1))
    throw new InvalidArgumentError('right would be a number from 0 to 1.');
  return score;
}

/** Reads a count. */
export function parseCount(value: string): number {
  if (!/^[0-9]+$/u.test(value)) throw new InvalidArgumentError('right would be a whole number, 0 or more.');
  return Number(value);
}

const MOST_WORKERS = 1024;

/** Reads a number of threads. */
export function parseWorkers(value: string): number {
  const workers = /^[0-9]{1,4}$/u.test(value) ? Number(value) : 0;
  if (workers < 1 || workers > MOST_WORKERS)
    throw new InvalidArgumentError(`right would be a number from 1 to ${MOST_WORKERS}.`);
  return workers;
}

/** Reads a share of a corpus. */
export function parseShardOption(value: string): Shard {
  const shard = parseShard(value);
  if (!shard) throw new InvalidArgumentError('right would be I/N with I from 1 to N, e.g. 2/5.');
  return shard;
}

/** Reads a percentage. */
export function parsePercent(value: string): number {
  const percent = Number(value);
  if (value.trim() === '' || !(percent >= 0 && percent <= 100))
    throw new InvalidArgumentError('right would be a number from 0 to 100.');
  return percent;
}

function parseEncoding(value: string): Encoding {
  const name = asciiLower(value);
  if (!Object.hasOwn(ENCODINGS, name))
    throw new InvalidArgumentError(`right would be one of utf-8, utf-16le, utf-16be, windows-1254.`);
  return ENCODINGS[name];
}

/** Lower case of encoding names: ASCII only, so that `UTF-16LE` does not meet the Turkish dotless ı. */
function asciiLower(value: string): string {
  return value.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
}

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}

/** The option that names the user's own lists. */
export function lexiconOption(): Option {
  return new Option('--lexicon <file>', 'your own list of names; wins over what ships (repeatable)')
    .argParser(collect)
    .default([], 'none');
}

/** Adds the options that say how to recognize. */
export function withRecognizeOptions(command: Command): Command {
  return command
    .addOption(new Option('--types <list>', 'report only these types, e.g. PER,ORG').argParser(parseTypes))
    .addOption(lexiconOption())
    .addOption(new Option('--model <file>', 'tagger to use instead of the one that ships'))
    .addOption(new Option('--no-model', 'lists and rules only'))
    .addOption(
      new Option('--min-score <number>', 'report only names at least this sure, 0 to 1').argParser(parseScore),
    );
}

/** Adds the options that say how to read input. */
export function withInputOptions(command: Command): Command {
  return command
    .addOption(new Option('--from <format>', 'how to read the input').choices(INPUT_FORMATS).default('auto'))
    .addOption(
      new Option(
        '--encoding <name>',
        'encoding of the input: utf-8, utf-16le, utf-16be or windows-1254; by default UTF-8, UTF-16 by its mark, else windows-1254',
      ).argParser(parseEncoding),
    )
    .addOption(new Option('--text-field <name>', 'field of a JSONL record that holds the text').default('text'))
    .addOption(new Option('--id-field <name>', 'field of a JSONL record that holds its id').default('id'))
    .addOption(new Option('--quiet', 'no notes on stderr, only errors'));
}

/** Adds the option that says in what unit offsets are given. */
export function withOffsetOption(command: Command): Command {
  return command.addOption(
    new Option('--offsets <unit>', 'unit of start and end; byte counts the text as UTF-8')
      .choices(['utf16', 'codepoint', 'byte'])
      .default('utf16'),
  );
}

/** Adds the options that say how to print documents. */
export function withOutputOptions(command: Command): Command {
  return withOffsetOption(command)
    .addOption(
      new Option(
        '--to <format>',
        'what to print; by default pretty on a terminal, else json (one document) or jsonl',
      ).choices(OUTPUT_FORMATS),
    )
    .addOption(new Option('--color', 'colour even when not on a terminal'))
    .addOption(new Option('--no-color', 'no colour; NO_COLOR in the environment does the same'));
}

/** Checks what commander cannot: options that exclude each other. */
export function checkModelFlags(flags: RecognizeFlags, argv: readonly string[]): void {
  if (argv.includes('--no-model') && argv.some((arg) => arg === '--model' || arg.startsWith('--model='))) {
    throw new KunyeError('USAGE', '--model and --no-model exclude each other');
  }
  if (flags.model === '') throw new KunyeError('USAGE', '--model needs a file name');
}
