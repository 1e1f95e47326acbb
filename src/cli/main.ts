import { Argument, Command, CommanderError, Option } from 'commander';
import { Exit, exitCodeOf } from './exit.js';
import { type Io, OutputClosed } from './io.js';
import {
  checkModelFlags,
  lexiconOption,
  parseCount,
  parsePercent,
  parseShardOption,
  parseTypes,
  parseWorkers,
  type RecognizeFlags,
  withInputOptions,
  withOffsetOption,
  withOutputOptions,
  withRecognizeOptions,
} from './options.js';
import { isReportable, printable, Session } from './session.js';
import { version } from './version.js';

export { standardIo } from './standard-io.js';

const HELP_END = `
Without a command, kunye finds names: its options are those of kunye extract --help.

Examples:
  $ kunye < haber.txt
  $ echo "Lavrov, Moskova'da Fidan'la görüştü." | kunye | jq '.people[].name'
  $ kunye haberler/ --to jsonl > adlar.jsonl
  $ tail -f akis.jsonl | kunye --from jsonl --types ORG
  $ kunye batch haberler/ -o sonuc/
  $ kunye explain --text "Deniz Baykal Ordu'ya gitti."
`;

/** Marks the work of a command that tells by itself when it is long. */
const MAY_BE_SHORT = 'may be short';

/** Runs the command line and gives its exit code; never throws for what a user can do wrong. */
export async function main(io: Io): Promise<number> {
  let code: number = Exit.Ok;
  const program = buildProgram(io, (result) => {
    code = result;
  });
  // What commands print heeds errors itself; help and messages may go unread.
  for (const stream of [io.stdout, io.stderr]) stream.on('error', () => {});
  try {
    await program.parseAsync(io.argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.Ok : Exit.Usage;
    if (error instanceof OutputClosed) return Exit.Ok;
    if (isReportable(error)) {
      io.stderr.write(`kunye: ${printable(error.message)}\n`);
      return exitCodeOf(error);
    }
    throw error;
  }
}

/** Puts a message of commander into the form of ours. */
function usageError(text: string): string {
  return text.replace(/^error: /u, 'kunye: ').replace(/ is invalid\. (?=\P{Lu})/u, ' is invalid: ');
}

function buildProgram(io: Io, done: (code: number) => void): Command {
  const program = new Command('kunye')
    .description('Finds the people, places and organizations in Turkish news.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(usageError(text)),
    })
    .usage('[options] [path...]\n       kunye <command> ...')
    .addHelpText('after', HELP_END)
    .showHelpAfterError('(kunye --help says more)')
    .showSuggestionAfterError();
  program.option('-V, --version', 'print the version').on('option:version', () => {
    io.stdout.write(`${version()}\n`);
    throw new CommanderError(0, 'commander.version', 'version');
  });

  const run = async (
    flags: { quiet?: boolean },
    work: (session: Session) => Promise<void>,
    length?: typeof MAY_BE_SHORT,
  ) => {
    if (length !== MAY_BE_SHORT) io.expectWork?.();
    checkModelFlags(flags as RecognizeFlags, io.argv);
    const session = new Session(io, flags.quiet === true);
    try {
      await work(session);
    } finally {
      await session.out.finish();
    }
    done(session.exitCode);
  };

  withOutputOptions(withInputOptions(withRecognizeOptions(program.command('extract [path...]', { isDefault: true }))))
    .description(
      'find the names of texts, files and folders; stdin when no path is given (this is the default command)',
    )
    .action((paths, flags) =>
      run(
        flags,
        async (session) => {
          const commands = program.commands.map((command) => command.name());
          await (await import('./extract.js')).extract(paths, flags, session, commands);
        },
        MAY_BE_SHORT,
      ),
    );

  withInputOptions(withRecognizeOptions(program.command('explain [path...]')))
    .description('show every candidate with its evidence and why it was kept or dropped')
    .option('--text <string>', 'explain this text instead of a file')
    .addOption(new Option('--to <format>', 'what to print').choices(['text', 'json']).default('text'))
    .action((paths, flags) =>
      run(flags, async (session) => (await import('./explain.js')).explain(paths, flags, session)),
    );

  withRecognizeOptions(program.command('evaluate <gold...>'))
    .description('score on gold: CoNLL, JSON lines (.gz too), brat files or folders; strict, in percent')
    .addOption(new Option('--to <format>', 'what to print').choices(['text', 'json']).default('text'))
    .option('--partial', 'also score overlaps by half')
    .option('--type-only', 'also score the types of overlapping names')
    .option('--confusion', 'show which type is taken for which')
    .option('--errors', 'list every error with its context')
    .option('--predictions <file>', 'score these predictions (JSON lines or CoNLL) instead of running the recognizer')
    .option('--against <file>', 'compare with the predictions in this file: is the difference real?')
    .addOption(
      new Option('--min-f1 <percent>', 'exit with 1 when the strict micro F1 is below this').argParser(parsePercent),
    )
    .option('--by-doc', "JSON lines of tokens with the same 'doc' in a row are one document")
    .option('--quiet', 'no notes on stderr, only errors')
    .action((paths, flags) =>
      run(flags, async (session) => (await import('./evaluate.js')).evaluate(paths, flags, session)),
    );

  const lexicon = program.command('lexicon').description('check, compile and try your own lists of names');
  lexicon
    .command('lint <file...>')
    .description('say what is wrong in lists: file:line:column, and what would be right')
    .option('--quiet', 'no summary on stderr')
    .action((files, flags) => run(flags, async (session) => (await import('./lexicon.js')).lint(files, session)));
  lexicon
    .command('compile <file...>')
    .description('make one file of several lists, which loads faster; use it with --lexicon')
    .requiredOption('-o, --output <file>', 'where to write it')
    .option('--quiet', 'no summary on stderr')
    .action((files, flags) =>
      run(flags, async (session) => (await import('./lexicon.js')).compile(files, flags, session)),
    );
  lexicon
    .command('why <name...>')
    .description('show which entries of which lists know a name, and how often it is a name')
    .addOption(lexiconOption())
    .action((names, flags) => run(flags, async (session) => (await import('./lexicon.js')).why(names, flags, session)));
  withInputOptions(withRecognizeOptions(lexicon.command('try <file> [text...]')))
    .description('show what changes in texts (files, folders, or the text itself; stdin when none) if a list is added')
    .action((file, texts, flags) =>
      run(flags, async (session) => (await import('./lexicon.js')).tryList(file, texts, flags, session)),
    );

  withOffsetOption(withInputOptions(withRecognizeOptions(program.command('batch [path...]'))))
    .description(
      'recognize a corpus (folders, globs, files, or a list of them on stdin) into a folder of JSONL; can be stopped and resumed',
    )
    .option('-o, --output <folder>', 'where to write the results')
    .addOption(
      new Option('--workers <number>', 'threads; by default one a core, fewer for little text').argParser(parseWorkers),
    )
    .addOption(
      new Option('--shard <i/n>', 'do only the i-th of n parts, on this machine or another').argParser(
        parseShardOption,
      ),
    )
    .option('--status', 'say how far the batch in a folder is, and do nothing')
    .action((paths, flags) => run(flags, async (session) => (await import('./batch.js')).batch(paths, flags, session)));

  withRecognizeOptions(program.command('check <folder>'))
    .description("compare a folder's articles (a.txt) with what is expected of them (a.kunye.json, gold.jsonl)")
    .option('--update', 'write what is found now as the expectation of every article; without --types and --min-score')
    .option('--allow-new', 'articles without an expectation are no failure')
    .addOption(
      new Option('--min-f1 <percent>', 'accept changes while the strict micro F1 is at least this').argParser(
        parsePercent,
      ),
    )
    .addOption(
      new Option('--max-lost <number>', 'accept changes while no more names than this are lost').argParser(parseCount),
    )
    .addOption(new Option('--only <types>', 'compare only names of these types, e.g. PER').argParser(parseTypes))
    .addOption(
      new Option('--reporter <name>', 'how to report; by default github on GitHub Actions, else pretty').choices([
        'pretty',
        'json',
        'junit',
        'github',
      ]),
    )
    .option('--color', 'colour even when not on a terminal')
    .option('--no-color', 'no colour; NO_COLOR in the environment does the same')
    .option('--quiet', 'no notes on stderr, only errors')
    .action((folder, flags) =>
      run(flags, async (session) => (await import('./check.js')).check(folder, flags, session)),
    );

  program
    .command('train <gold...>')
    .description('train a tagger on gold (CoNLL, JSON lines, .gz too) and write its model, for use with --model')
    .requiredOption('-o, --output <file>', 'where to write the model')
    .addOption(new Option('--dev <gold...>', 'score the model on this gold at the end'))
    .addOption(new Option('--seed <number>', 'equal seeds give equal models').argParser(parseCount))
    .addOption(new Option('--epochs <number>', 'times to go over the gold').argParser(parseCount))
    .addOption(new Option('--clusters <model>', 'take the word clusters from this model instead of the one that ships'))
    .option('--quiet', 'no progress on stderr')
    .action((paths, flags) => run(flags, async (session) => (await import('./train.js')).train(paths, flags, session)));

  program
    .command('report <output...>')
    .description('make one HTML page of what kunye batch or --to jsonl wrote: who, where, when, and who with whom')
    .requiredOption('-o, --output <file>', "where to write the page; '-' for stdout")
    .addOption(new Option('--lang <language>', "language of the page's interface").choices(['tr', 'en']).default('tr'))
    .option('--title <text>', 'title of the page')
    .option('--quiet', 'no notes on stderr, only errors')
    .action((paths, flags) =>
      run(flags, async (session) => (await import('./report.js')).report(paths, flags, session)),
    );

  program
    .command('schema')
    .description("print the JSON Schema of a document's output")
    .action((flags) => run(flags, async (session) => (await import('./schema.js')).schema(session)));

  program
    .command('completion')
    .description('print completion for a shell; kunye help completion says where to put it')
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish']))
    .action((shell, flags) =>
      run(flags, async (session) => {
        const { completionFor } = await import('./completion.js');
        await session.out.write(completionFor(shell, program));
      }),
    );

  program
    .helpCommand(false)
    .command('help [topic...]')
    .description('show help on a command or a topic, or list the topics')
    .action((topic, flags) =>
      run(flags, async (session) => session.out.write((await import('./help.js')).helpOn(program, topic))),
    );

  return program;
}
