import { ENTRY_TYPES } from '../lexicon/entry.js';
import { CaseShape, SentenceCase, TokenFlag, type TokenTable } from '../types.js';
import type { Columns } from './columns.js';
import { WINDOW } from './layout.js';
import {
  JointTemplate,
  ListTemplate,
  LonelyTemplate,
  MemoryTemplate,
  RunTemplate,
  WORD_BLOCK,
  WordTemplate,
} from './templates.js';

const ENTRY_NAMES: Record<(typeof ENTRY_TYPES)[number], string> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organization',
  GIVEN: 'given name',
  SURNAME: 'surname',
  TITLE: 'title',
  ORGHEAD: 'head word of organizations',
  LOCHEAD: 'head word of places',
  DEMONYM: 'word for people of a place',
  COMMON: 'common word',
  MISC: 'no name',
};
/** Types of names: the first bits of list evidence; the clues have the others. */
const NAME_TYPES = 3;

const SHAPES: Record<number, string> = {
  [CaseShape.None]: 'without letters',
  [CaseShape.Lower]: 'in small letters',
  [CaseShape.Title]: 'with a capital',
  [CaseShape.Upper]: 'in capitals',
  [CaseShape.Initials]: 'as initials',
  [CaseShape.Mixed]: 'in mixed case',
};

/** What surrounds one token, in words. */
class Sight {
  constructor(
    private readonly table: TokenTable,
    private readonly columns: Columns,
    private readonly i: number,
  ) {}

  /** The word at a distance, quoted. */
  word(distance: number): string {
    return this.quoted(this.i + distance);
  }

  /** The first and the last word of the run of capitalised words, and the words around it. */
  get first(): string {
    return this.quoted(this.columns.runStart[this.i]);
  }
  get last(): string {
    return this.quoted(this.columns.runEnd[this.i] - 1);
  }
  get runBefore(): string {
    return this.quoted(this.columns.runStart[this.i] - 1);
  }
  get runAfter(): string {
    return this.quoted(this.columns.runEnd[this.i]);
  }

  /** How the word at a distance is written. */
  writing(distance: number): string {
    const { table } = this;
    const at = this.i + distance;
    if (!this.isInside(at)) return 'nothing';
    const first = table.flags[at] & TokenFlag.SentenceStart ? ', first in its sentence' : '';
    const upper = table.sentenceCase[table.sentence[at]] === SentenceCase.Upper ? ', as all around it' : '';
    return `${SHAPES[table.shape[at]]}${first}${upper}`;
  }

  /** What the lists say of the word at a distance as a name. */
  listedName(distance: number): string {
    const code = this.columns.names[this.i + distance];
    return typesOf((code >> 1) | (code >> 4), 0, NAME_TYPES);
  }

  /** What the lists say of a token as a title, a head word, a part of a person's name and so on. */
  clue(at: number): string {
    return this.isInside(at) ? typesOf(this.columns.clues[at], NAME_TYPES, ENTRY_TYPES.length) : 'nothing';
  }

  clueAt(distance: number): string {
    return this.clue(this.i + distance);
  }
  get clueOfFirst(): string {
    return this.clue(this.columns.runStart[this.i]);
  }
  get clueOfLast(): string {
    return this.clue(this.columns.runEnd[this.i] - 1);
  }
  get clueBeforeRun(): string {
    return this.clue(this.columns.runStart[this.i] - 1);
  }
  get clueAfterRun(): string {
    return this.clue(this.columns.runEnd[this.i]);
  }

  private isInside(at: number): boolean {
    const { table, i } = this;
    return at >= 0 && at < table.length && table.sentence[at] === table.sentence[i];
  }

  private quoted(at: number): string {
    const { text, start, end } = this.table;
    return this.isInside(at) ? `"${text.slice(start[at], end[at])}"` : 'the edge of the sentence';
  }
}

/** Names of the types whose bits, from the one of `first` on, are set. */
function typesOf(bits: number, first: number, end: number): string {
  const names = ENTRY_TYPES.slice(first, end).filter((_, bit) => bits & (1 << bit));
  return names.length > 0 ? names.map((type) => ENTRY_NAMES[type]).join(', ') : 'nothing';
}

const TEMPLATES: Record<number, (sight: Sight) => string> = {
  [JointTemplate.Before]: (s) => `stands after ${s.word(-1)}`,
  [JointTemplate.After]: (s) => `stands before ${s.word(1)}`,
  [JointTemplate.MiddleBefore]: (s) => `a word of its kind after one like ${s.word(-1)}`,
  [JointTemplate.MiddleAfter]: (s) => `a word of its kind before one like ${s.word(1)}`,
  [JointTemplate.FormBefore]: (s) => `written ${s.writing(0)}, the word before it ${s.writing(-1)}`,
  [JointTemplate.FormAfter]: (s) => `written ${s.writing(0)}, the word after it ${s.writing(1)}`,
  [JointTemplate.FormAround]: (s) => `written ${s.writing(0)}, its neighbours ${s.writing(-1)} and ${s.writing(1)}`,
  [JointTemplate.FormsBefore]: (s) =>
    `written ${s.writing(0)}, the two before it ${s.writing(-2)} and ${s.writing(-1)}`,
  [JointTemplate.FormsAfter]: (s) => `written ${s.writing(0)}, the two after it ${s.writing(1)} and ${s.writing(2)}`,
  [JointTemplate.Apostrophe]: (s) => `apostrophe or none in ${s.word(0)} and ${s.word(1)}`,
  [JointTemplate.Suffix]: (s) => `suffix behind the apostrophe of ${s.word(0)}`,
  [JointTemplate.SuffixAfter]: (s) => `suffix behind the apostrophe of ${s.word(1)}`,
  [ListTemplate.Name]: (s) => `listed as ${s.listedName(0)}`,
  [ListTemplate.List]: (s) => `the list that has it as ${s.listedName(0)}`,
  [ListTemplate.NameForm]: (s) => `listed as ${s.listedName(0)} and written ${s.writing(0)}`,
  [ListTemplate.Clue]: (s) => `listed as ${s.clueAt(0)}`,
  [ListTemplate.ClueForm]: (s) => `listed as ${s.clueAt(0)} and written ${s.writing(0)}`,
  [ListTemplate.NameBefore]: (s) => `stands after ${s.word(-1)}, listed as ${s.listedName(-1)}`,
  [ListTemplate.NameAfter]: (s) => `stands before ${s.word(1)}, listed as ${s.listedName(1)}`,
  [ListTemplate.ClueBefore]: (s) => `stands after ${s.word(-1)}, listed as ${s.clueAt(-1)}`,
  [ListTemplate.ClueAfter]: (s) => `stands before ${s.word(1)}, listed as ${s.clueAt(1)}`,
  [ListTemplate.ClueBeforeJoint]: (s) => `listed as ${s.clueAt(0)}, after ${s.word(-1)}, listed as ${s.clueAt(-1)}`,
  [ListTemplate.ClueAfterJoint]: (s) => `listed as ${s.clueAt(0)}, before ${s.word(1)}, listed as ${s.clueAt(1)}`,
  [LonelyTemplate.TextStart]: () => 'how the text of one sentence begins',
  [LonelyTemplate.TextEnd]: () => 'how the text of one sentence ends',
  [LonelyTemplate.TextEdges]: () => 'how the first and last word of the text are written',
  [LonelyTemplate.Form]: (s) => `written ${s.writing(0)}, in a text of one sentence`,
  [LonelyTemplate.Fold]: () => 'the word itself, in a text of one sentence',
  [LonelyTemplate.Middle]: () => 'the kind of word, in a text of one sentence',
  [LonelyTemplate.Name]: (s) => `as a name listed as ${s.listedName(0)}, in a text of one sentence`,
  [LonelyTemplate.Clue]: (s) => `besides listed as ${s.clueAt(0)}, in a text of one sentence`,
  [LonelyTemplate.Last]: (s) => `${s.last} ends the capitalised words, in a text of one sentence`,
  [LonelyTemplate.LastMiddle]: (s) => `a word like ${s.last} ends the capitalised words, in a text of one sentence`,
  [LonelyTemplate.LastClue]: (s) =>
    `${s.last} ends the capitalised words, listed as ${s.clueOfLast}, in a text of one sentence`,
  [RunTemplate.Place]: () => 'its place among the capitalised words',
  [RunTemplate.Last]: (s) => `${s.last} ends the capitalised words`,
  [RunTemplate.LastEnding]: (s) => `ending of ${s.last}, the last of the capitalised words`,
  [RunTemplate.LastMiddle]: (s) => `a word like ${s.last} ends the capitalised words`,
  [RunTemplate.Suffix]: (s) => `suffix of ${s.last}, the last of the capitalised words`,
  [RunTemplate.LastClue]: (s) => `${s.last}, the last of the capitalised words, listed as ${s.clueOfLast}`,
  [RunTemplate.FirstClue]: (s) => `${s.first}, the first of the capitalised words, listed as ${s.clueOfFirst}`,
  [RunTemplate.AfterClue]: (s) => `${s.runAfter} follows the capitalised words, listed as ${s.clueAfterRun}`,
  [RunTemplate.BeforeClue]: (s) => `${s.runBefore} stands before the capitalised words, listed as ${s.clueBeforeRun}`,
  [MemoryTemplate.Writing]: () => 'how the document writes the word elsewhere',
  [MemoryTemplate.Shares]: () => 'what the word is elsewhere in the document',
  [MemoryTemplate.SharesCount]: () => 'what the word is elsewhere in the document, and how often',
  [MemoryTemplate.BestForm]: (s) => `what the word mostly is elsewhere in the document; here written ${s.writing(0)}`,
  [MemoryTemplate.BestPlaces]: () => 'where in names the word stands elsewhere in the document',
  [MemoryTemplate.BestRun]: () => 'what the word mostly is elsewhere, and its place among capitalised words here',
  [MemoryTemplate.Alone]: () => 'the document has the word only once',
  [MemoryTemplate.PairBefore]: (s) => `is it one name with ${s.word(-1)} elsewhere in the document?`,
  [MemoryTemplate.PairAfter]: (s) => `is it one name with ${s.word(1)} elsewhere in the document?`,
};

/** Where a word stands, seen from the token. */
const PLACES = ['two words before, ', 'the word before, ', '', 'the word after, ', 'two words after, '];

const WORD: Record<number, string> = {
  [WordTemplate.Fold]: 'the word itself',
  [WordTemplate.Coarse]: 'the kind of word (coarse groups)',
  [WordTemplate.Middle]: 'the kind of word (middling groups)',
  [WordTemplate.Fine]: 'the kind of word (fine groups)',
  [WordTemplate.PatternForm]: 'hyphens, digits and foreign letters in it',
};

/** Says in words what a feature of token i looks at: `"Moskova": listed as place`. */
export function describeFeature(table: TokenTable, columns: Columns, i: number, template: number): string {
  const sight = new Sight(table, columns, i);
  const own = table.text.slice(table.start[i], table.stemEnd[i]);
  if (template >= WORD_BLOCK * (2 * WINDOW + 1))
    return `"${own}": ${TEMPLATES[template]?.(sight) ?? `no. ${template}`}`;
  const distance = Math.floor(template / WORD_BLOCK) - WINDOW;
  const seen = distance === 0 ? '' : `${sight.word(distance)}: `;
  return `"${own}": ${PLACES[distance + WINDOW]}${seen}${describeWord(table, sight, i + distance, distance, template % WORD_BLOCK)}`;
}

function describeWord(table: TokenTable, sight: Sight, at: number, distance: number, template: number): string {
  const word = table.text.slice(table.start[at], table.stemEnd[at]);
  if (template >= WordTemplate.Prefix2 && template <= WordTemplate.Prefix4)
    return `beginning ${word.slice(0, template - WordTemplate.Prefix2 + 2)}-`;
  if (template >= WordTemplate.Suffix2 && template <= WordTemplate.Suffix5)
    return `ending -${word.slice(-(template - WordTemplate.Suffix2 + 2))}`;
  if (template === WordTemplate.Form) return `written ${sight.writing(distance)}`;
  if (template === WordTemplate.FoldForm) return `the word itself, written ${sight.writing(distance)}`;
  if (template === WordTemplate.CoarseForm) return `the kind of word, written ${sight.writing(distance)}`;
  if (template === WordTemplate.UsageForm)
    return `how often news writes it with a capital; here ${sight.writing(distance)}`;
  return WORD[template] ?? `no. ${template}`;
}
