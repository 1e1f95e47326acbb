import type { TokenTable } from '../types.js';
import { JointTemplate, ListTemplate, RunTemplate, WINDOW, WORD_BLOCK, WordTemplate } from './features.js';
import { MemoryTemplate } from './memory.js';
import { Word } from './words.js';

/** Where a word stands, seen from the token. */
const PLACES = ['two words before', 'the word before', 'the word itself', 'the word after', 'two words after'];

const JOINT: Record<number, string> = {
  [JointTemplate.Before]: 'the word before and the word',
  [JointTemplate.After]: 'the word and the word after',
  [JointTemplate.MiddleBefore]: 'kinds of the word before and the word',
  [JointTemplate.MiddleAfter]: 'kinds of the word and the word after',
  [JointTemplate.FormBefore]: 'writing of the word before and the word',
  [JointTemplate.FormAfter]: 'writing of the word and the word after',
  [JointTemplate.FormAround]: 'writing of the word and both neighbours',
  [JointTemplate.FormsBefore]: 'writing of the word and the two before',
  [JointTemplate.FormsAfter]: 'writing of the word and the two after',
  [JointTemplate.Apostrophe]: 'apostrophes after the word and its neighbour',
  [JointTemplate.Suffix]: 'suffix behind the apostrophe',
  [JointTemplate.SuffixAfter]: 'suffix behind the next word’s apostrophe',
  [ListTemplate.Name]: 'listed as a name',
  [ListTemplate.List]: 'the list that holds the name',
  [ListTemplate.NameForm]: 'listed as a name, and its writing',
  [ListTemplate.Clue]: 'listed as a title, head word or common word',
  [ListTemplate.ClueForm]: 'listed as a title, head word or common word, and its writing',
  [ListTemplate.NameBefore]: 'the word before is listed as a name',
  [ListTemplate.NameAfter]: 'the word after is listed as a name',
  [ListTemplate.ClueBefore]: 'the word before is a listed title, head word or common word',
  [ListTemplate.ClueAfter]: 'the word after is a listed title, head word or common word',
  [ListTemplate.ClueBeforeJoint]: 'what the lists say of the word before and the word',
  [ListTemplate.ClueAfterJoint]: 'what the lists say of the word and the word after',
  [RunTemplate.Place]: 'place among the capitalised words',
  [RunTemplate.Last]: 'last of the capitalised words',
  [RunTemplate.First]: 'first of the capitalised words',
  [RunTemplate.After]: 'word after the capitalised words',
  [RunTemplate.Before]: 'word before the capitalised words',
  [RunTemplate.LastEnding]: 'ending of the last capitalised word',
  [RunTemplate.LastMiddle]: 'kind of the last capitalised word',
  [RunTemplate.FirstMiddle]: 'kind of the first capitalised word',
  [RunTemplate.AfterMiddle]: 'kind of the word after the capitalised words',
  [RunTemplate.BeforeMiddle]: 'kind of the word before the capitalised words',
  [RunTemplate.Suffix]: 'suffix of the last capitalised word',
  [RunTemplate.LastClue]: 'what the lists say of the last capitalised word',
  [RunTemplate.FirstClue]: 'what the lists say of the first capitalised word',
  [RunTemplate.AfterClue]: 'what the lists say of the word after the capitalised words',
  [RunTemplate.BeforeClue]: 'what the lists say of the word before the capitalised words',
  [MemoryTemplate.Writing]: 'how the document writes the word elsewhere',
  [MemoryTemplate.Shares]: 'what the word is elsewhere in the document',
  [MemoryTemplate.SharesCount]: 'what the word is elsewhere in the document, and how often',
  [MemoryTemplate.BestForm]: 'what the word mostly is elsewhere in the document, and its writing',
  [MemoryTemplate.BestPlaces]: 'where in names the word stands elsewhere in the document',
  [MemoryTemplate.BestRun]: 'what the word mostly is elsewhere, and its place here',
  [MemoryTemplate.Alone]: 'the document has the word only once',
  [MemoryTemplate.PairBefore]: 'whether the pair with the word before is one name elsewhere',
  [MemoryTemplate.PairAfter]: 'whether the pair with the word after is one name elsewhere',
};

const WORD: Record<number, string> = {
  [WordTemplate.Fold]: 'word',
  [WordTemplate.Middle]: 'kind of word (middle cluster)',
  [WordTemplate.Fine]: 'kind of word (fine cluster)',
  [WordTemplate.Coarse]: 'kind of word (coarse cluster)',
  [WordTemplate.Form]: 'writing',
  [WordTemplate.FoldForm]: 'word and its writing',
  [WordTemplate.UsageForm]: 'how often news writes it with a capital, and its writing',
  [WordTemplate.CoarseForm]: 'kind of word and its writing',
  [WordTemplate.PatternForm]: 'hyphens, digits and foreign letters',
};

/** Says in words what a feature looks at: `the word before: ending "-an"`. */
export function describeFeature(table: TokenTable, i: number, template: number): string {
  if (template >= WORD_BLOCK * (2 * WINDOW + 1)) return JOINT[template] ?? `template ${template}`;
  const distance = Math.floor(template / WORD_BLOCK) - WINDOW;
  const at = i + distance;
  const inside = at >= 0 && at < table.length && table.sentence[at] === table.sentence[i];
  const word = inside ? table.text.slice(table.start[at], table.stemEnd[at]) : 'the sentence’s edge';
  return `${PLACES[distance + WINDOW]}, ${word}: ${describeWordTemplate(template % WORD_BLOCK, word)}`;
}

function describeWordTemplate(template: number, word: string): string {
  if (template >= Word.Prefix2 && template <= Word.Prefix4)
    return `beginning ${word.slice(0, template - Word.Prefix2 + 2)}-`;
  if (template >= Word.Suffix2 && template <= Word.Suffix5)
    return `ending -${word.slice(-(template - Word.Suffix2 + 2))}`;
  return WORD[template] ?? `template ${template}`;
}
