import { Doc } from './doc.js';
import { KunyeError } from './errors.js';
import { type ExplainedCandidate, explainAnalysis, REASONS } from './explain.js';
import {
  type AnalyseOptions,
  type Analysis,
  analyseText,
  analyseTokens,
  type RecognizeOptions,
  type Resources,
} from './pipeline.js';
import { type NameList, openResources } from './resources.js';

/** A text with what is known of it; `id`, `date` and `title` are carried to the result, the title is not searched. */
export interface TextRecord {
  text: string;
  id?: string;
  date?: string;
  title?: string;
}

/** What a {@link Kunye} is made of where nothing is read from files. */
export interface KunyeParts {
  /** Bytes of a compiled lexicon, as `kunye/lexicon.bin` holds them; they must stay unchanged. */
  lexicon: Uint8Array;
  /** Lists of your own, the most important first; they win over everything. */
  lexicons?: readonly NameList[];
  /** Bytes of a trained tagger; without it lists and rules decide. */
  model?: Uint8Array;
}

const TYPES: readonly string[] = ['PER', 'LOC', 'ORG'];

/**
 * Finds the people, places and organizations of Turkish texts. Holds what was loaded and nothing else: use one for a
 * program's life, and one in each worker thread.
 */
export class Kunye {
  /** Use `Kunye.load` (Node.js) or `Kunye.from` (anywhere) instead. */
  constructor(private readonly resources: Resources) {}

  /**
   * Makes a recognizer from bytes, for browsers, bundles and workers: nothing is read from files.
   * @throws KunyeError LEXICON_INVALID or MODEL_INVALID when the bytes or a list are not what they should be; of a list the message names line and column
   */
  static from({ lexicon, lexicons = [], model }: KunyeParts): Kunye {
    return new Kunye(
      openResources({
        lexicon: { name: 'lexicon', bytes: lexicon },
        lexicons,
        ...(model && { model: { name: 'model', bytes: model } }),
      }),
    );
  }

  /**
   * Recognizes the names of one text.
   * @param input a text, or a record that holds one
   * @throws KunyeError USAGE when the input is no text or an option is wrong; any string is a text
   */
  recognize(input: string | TextRecord, options: RecognizeOptions = {}): Doc {
    if (typeof input === 'string') return new Doc(this.analyse(input, options));
    return new Doc(this.analyse(input?.text, options), input);
  }

  /**
   * Recognizes names in tokens you have already: one list of tokens a sentence, all sentences one document. The document's
   * text is the tokens joined by blanks, its sentences by line ends. A token may hold its suffix (`Kohl'ün`).
   * @throws KunyeError USAGE when an option is wrong
   */
  recognizeTokens(sentences: readonly (readonly string[])[], options: RecognizeOptions = {}): Doc {
    return new Doc(analyseTokens(sentences, this.resources, checked(options)));
  }

  /**
   * Recognizes texts one by one as they come; nothing is read ahead and no document is kept.
   * @throws KunyeError USAGE as {@link recognize} does, when the wrong text's turn comes
   */
  async *stream(
    inputs: AsyncIterable<string | TextRecord> | Iterable<string | TextRecord>,
    options: RecognizeOptions = {},
  ): AsyncGenerator<Doc, void, undefined> {
    for await (const input of inputs) yield this.recognize(input, options);
  }

  /**
   * Shows every possible name of a text with what speaks for and against it, and why it was kept or dropped.
   * @throws KunyeError USAGE as {@link recognize} does
   */
  explain(text: string, options: RecognizeOptions = {}): ExplainedCandidate[] {
    return explainAnalysis(this.analyse(text, { ...options, reasons: REASONS }));
  }

  private analyse(text: unknown, options: AnalyseOptions): Analysis {
    if (typeof text !== 'string')
      throw new KunyeError(
        'USAGE',
        `the text is of type ${typeof text}; right would be a string, or { text } with a string`,
      );
    return analyseText(text, this.resources, checked(options));
  }
}

function checked<Options extends RecognizeOptions>(options: Options): Options {
  const { types, minScore } = options;
  const wrong = types?.find((type) => !TYPES.includes(type));
  if (wrong !== undefined)
    throw new KunyeError('USAGE', `'${wrong}' is no type; right would be some of ${TYPES.join(', ')}`);
  if (minScore !== undefined && !(minScore >= 0 && minScore <= 1))
    throw new KunyeError('USAGE', `minScore is ${minScore}; right would be a number from 0 to 1`);
  return options;
}
