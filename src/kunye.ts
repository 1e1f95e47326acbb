import {
  checkBytes,
  checkInputs,
  checkObject,
  checkOptions,
  checkRecord,
  checkText,
  checkTokens,
} from './arguments.js';
import { Doc } from './doc.js';
import { type ExplainedCandidate, explainAnalysis, REASONS } from './explain.js';
import { type Analysis, analyseText, analyseTokens, type RecognizeOptions, type Resources } from './pipeline.js';
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

/**
 * Finds the people, places and organizations of Turkish texts. Holds what was loaded and nothing else: use one for a
 * program's life, and one in each worker thread.
 */
export class Kunye {
  /** Use `Kunye.load` (Node.js) or `Kunye.from` (anywhere) instead. */
  constructor(private readonly resources: Resources) {}

  /**
   * Makes a recognizer from bytes, for browsers, bundles and workers: nothing is read from files.
   * @throws KunyeError LEXICON_INVALID or MODEL_INVALID when the bytes or a list are not what they should be; of a list the message names line and column; USAGE when a part is no bytes or no list
   */
  static from(parts: KunyeParts): Kunye {
    checkObject('what to make it of', parts, '{ lexicon } with the bytes of a compiled lexicon');
    const { lexicon, lexicons = [], model } = parts;
    checkBytes('lexicon', lexicon);
    if (model !== undefined) checkBytes('model', model);
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
    checkRecord(input);
    return new Doc(this.analyse(input.text, options), input);
  }

  /**
   * Recognizes names in tokens you have already: one list of tokens a sentence, all sentences one document. The document's
   * text is the tokens joined by blanks, its sentences by line ends. A token may hold its suffix (`Kohl'ün`).
   * @throws KunyeError USAGE when the tokens are no list of lists of strings, or an option is wrong
   */
  recognizeTokens(sentences: readonly (readonly string[])[], options: RecognizeOptions = {}): Doc {
    checkTokens(sentences);
    checkOptions(options);
    return new Doc(analyseTokens(sentences, this.resources, options));
  }

  /**
   * Recognizes texts one by one as they come; nothing is read ahead and no document is kept.
   * @throws KunyeError USAGE as {@link recognize} does, when the wrong text's turn comes, and at the first when the input is no iterable or one string
   */
  async *stream(
    inputs: AsyncIterable<string | TextRecord> | Iterable<string | TextRecord>,
    options: RecognizeOptions = {},
  ): AsyncGenerator<Doc, void, undefined> {
    checkInputs(inputs);
    checkOptions(options);
    for await (const input of inputs) yield this.recognize(input, options);
  }

  /**
   * Shows every possible name of a text with what speaks for and against it, and why it was kept or dropped.
   * @throws KunyeError USAGE as {@link recognize} does
   */
  explain(text: string, options: RecognizeOptions = {}): ExplainedCandidate[] {
    checkText(text);
    checkOptions(options);
    return explainAnalysis(analyseText(text, this.resources, { ...options, reasons: REASONS }));
  }

  private analyse(text: string, options: RecognizeOptions): Analysis {
    checkOptions(options);
    return analyseText(text, this.resources, options);
  }
}
