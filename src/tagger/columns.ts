import { foldInto } from '../text/fold.js';
import { CaseShape, SentenceCase, TokenFlag, TokenKind, type TokenTable } from '../types.js';
import { APOSTROPHE, formOf, smallForm } from './form.js';
import { addressOf, bytesOf, intsOf, type Kernel } from './kernel.js';
import { Apostrophe, TAG_COUNT, Trait } from './layout.js';
import { mix } from './mix.js';

const SMALL_WORD = Trait.Word | Trait.Lower;

/** What the tagger knows of each token of one document beside the token table, in the kernel's memory; reused from document to document. */
export class Columns {
  private hash = new Int32Array(0);
  private check = new Int32Array(0);
  private sentence = new Int32Array(0);
  /** How the token is written, see {@link formOf}, and bits of {@link Trait}. */
  form = new Uint8Array(0);
  traits = new Uint8Array(0);
  /** An {@link Apostrophe}: whether one follows the stem, in the token or as a token of its own. */
  apostrophe = new Uint8Array(0);
  /** Hash of the suffix behind the apostrophe, 0 without. */
  suffix = new Int32Array(0);
  /** First token and end of the run of capitalised words the token is in; -1 outside. */
  runStart = new Int32Array(0);
  runEnd = new Int32Array(0);
  /** Packed list evidence of names that cover the token. */
  names = new Int32Array(0);
  /** Hash of the list that holds that name. */
  list = new Int32Array(0);
  /** Tokens of that name. */
  covered = new Uint8Array(0);
  /** Packed list evidence of words that announce or deny names. */
  clues = new Int32Array(0);
  /** Last letters of words that may be inflected, see {@link writeTails}. */
  tails = new Uint16Array(0);
  tailLength = new Uint8Array(0);
  /** Non-zero where a token may belong to a name; these tokens one after the other. */
  open = new Uint8Array(0);
  opens = new Int32Array(0);
  /** Address of the token's row in the word cache, of open tokens and those near them, and the tokens whose word is new there. */
  row = new Int32Array(0);
  fresh = new Int32Array(0);
  /** The first pass: each token's tag, and TAG_COUNT probabilities a token. */
  tags = new Uint8Array(0);
  probabilities = new Float32Array(0);
  /** The names that were found: first token, end, type, raw score. */
  nameFrom = new Int32Array(0);
  nameTo = new Int32Array(0);
  nameType = new Uint8Array(0);
  nameScore = new Float64Array(0);
  /** The tokens but words in small letters without an apostrophe, and how many they are. */
  others = new Int32Array(0);
  otherCount = 0;
  private layout = 0;
  private scratch = new Uint16Array(64);

  constructor(private readonly kernel: Kernel) {
    this.reserve(1);
  }

  /** Fills the columns for a table, except the list evidence. */
  fill(table: TokenTable): void {
    const { length } = table;
    this.reserve(length);
    this.hash.set(table.hash.subarray(0, length));
    this.check.set(table.check.subarray(0, length));
    this.sentence.set(table.sentence.subarray(0, length));
    this.apostrophe.fill(Apostrophe.None, 0, length);
    this.suffix.fill(0, 0, length);
    this.fillSmall(table);
    for (let k = 0; k < this.otherCount; k++) this.fillOther(table, this.others[k]);
    this.kernel.findRuns(length);
  }

  /** Fills what there is to say of words in small letters without an apostrophe, two of three tokens, and lists the others. */
  private fillSmall({ text, start, kind, shape, flags, length }: TokenTable): void {
    const { form, traits, others } = this;
    let count = 0;
    for (let i = 0; i < length; i++) {
      const isSmall =
        kind[i] === TokenKind.Word && shape[i] === CaseShape.Lower && (flags[i] & TokenFlag.Suffixed) === 0;
      // Of the others too, and in vain: a processor would guess wrong which token is one.
      form[i] = smallForm(text.charCodeAt(start[i]));
      traits[i] = SMALL_WORD;
      others[count] = i;
      count += isSmall ? 0 : 1;
    }
    this.otherCount = count;
  }

  private fillOther(table: TokenTable, i: number): void {
    const { form, apostrophe, suffix } = this;
    form[i] = formOf(table, i);
    this.traits[i] = traitsOf(table, i);
    if (table.flags[i] & TokenFlag.Suffixed) {
      apostrophe[i] = Apostrophe.Suffixed;
      suffix[i] = this.hashOf(table, table.stemEnd[i] + 1, table.end[i]);
    } else if (form[i] === APOSTROPHE && isLoose(table, i)) {
      apostrophe[i - 1] = Apostrophe.Loose;
      suffix[i - 1] = this.hashOf(table, table.start[i + 1], table.end[i + 1]);
    }
  }

  private hashOf(table: TokenTable, start: number, end: number): number {
    if (this.scratch.length < end - start) this.scratch = new Uint16Array(2 * (end - start));
    const n = foldInto(table.text, start, end, this.scratch);
    let h = 1;
    for (let k = 0; k < n; k++) h = mix(h, this.scratch[k]);
    return h;
  }

  private reserve(length: number): void {
    this.kernel.reserve(length);
    this.refresh();
  }

  /** Makes views of the kernel's tables when they got new places, which any call of the kernel that makes room may bring about. */
  refresh(): void {
    const { kernel } = this;
    const room = kernel.room.value;
    if (kernel.layout.value === this.layout) return;
    this.layout = kernel.layout.value;
    this.hash = intsOf(kernel, 'hash', room);
    this.check = intsOf(kernel, 'check', room);
    this.sentence = intsOf(kernel, 'sentence', room);
    this.form = bytesOf(kernel, 'form', room);
    this.traits = bytesOf(kernel, 'traits', room);
    this.apostrophe = bytesOf(kernel, 'apostrophe', room);
    this.suffix = intsOf(kernel, 'suffix', room);
    this.runStart = intsOf(kernel, 'runStart', room);
    this.runEnd = intsOf(kernel, 'runEnd', room);
    this.names = intsOf(kernel, 'names', room);
    this.list = intsOf(kernel, 'list', room);
    this.clues = intsOf(kernel, 'clues', room);
    this.tails = new Uint16Array(kernel.memory.buffer, addressOf(kernel, 'tails'), 4 * room);
    this.tailLength = bytesOf(kernel, 'tailLength', room);
    this.open = bytesOf(kernel, 'open', room);
    this.opens = intsOf(kernel, 'opens', room);
    this.row = intsOf(kernel, 'row', room);
    this.fresh = intsOf(kernel, 'fresh', room);
    this.tags = bytesOf(kernel, 'tags', room);
    this.probabilities = new Float32Array(kernel.memory.buffer, addressOf(kernel, 'probabilities'), TAG_COUNT * room);
    this.nameFrom = intsOf(kernel, 'nameFrom', room);
    this.nameTo = intsOf(kernel, 'nameTo', room);
    this.nameType = bytesOf(kernel, 'nameType', room);
    this.nameScore = new Float64Array(kernel.memory.buffer, addressOf(kernel, 'nameScore'), room);
    if (this.others.length >= room) return;
    this.others = new Int32Array(room);
    this.covered = new Uint8Array(room);
  }
}

function traitsOf({ kind, shape, flags, sentence, sentenceCase }: TokenTable, i: number): number {
  let traits: number = kind[i] === TokenKind.Word ? Trait.Word : 0;
  if (flags[i] & TokenFlag.Suffixed) traits |= Trait.Suffixed;
  if (shape[i] === CaseShape.Lower) return traits | Trait.Lower;
  // First words and headlines say nothing.
  const isPlain = sentenceCase[sentence[i]] === SentenceCase.Normal && !(flags[i] & TokenFlag.SentenceStart);
  return isPlain ? traits | Trait.Capital : traits;
}

/** Whether an apostrophe stands between a word and its suffix, all as tokens of their own, as some corpora are cut. */
function isLoose({ kind, shape, flags, start, end, length }: TokenTable, i: number): boolean {
  return (
    i > 0 &&
    i + 1 < length &&
    end[i] - start[i] === 1 &&
    kind[i - 1] === TokenKind.Word &&
    (flags[i - 1] & TokenFlag.Suffixed) === 0 &&
    kind[i + 1] === TokenKind.Word &&
    shape[i + 1] === CaseShape.Lower &&
    end[i + 1] - start[i + 1] <= 6
  );
}
