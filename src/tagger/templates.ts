/** The templates of features, by number: a feature is the hash of its template and a value. */

/** Templates about one word: a block a distance, the token itself in the middle. */
export const WORD_BLOCK = 32;

/** Templates of a block. Prefixes and suffixes of other lengths follow the first, in the order of their columns. */
export enum WordTemplate {
  Fold = 0,
  Middle = 1,
  Form = 2,
  Prefix2 = 3,
  Prefix4 = 5,
  Suffix2 = 6,
  Suffix5 = 9,
  Fine = 16,
  Coarse = 17,
  FoldForm = 18,
  UsageForm = 19,
  CoarseForm = 20,
  PatternForm = 21,
}

/** Templates that join several tokens. */
export enum JointTemplate {
  Before = 200,
  After = 201,
  MiddleBefore = 202,
  MiddleAfter = 203,
  FormBefore = 204,
  FormAfter = 205,
  FormAround = 206,
  FormsBefore = 207,
  FormsAfter = 208,
  Apostrophe = 209,
  Suffix = 210,
  SuffixAfter = 211,
}

/** Templates about the lists. */
export enum ListTemplate {
  Name = 240,
  List = 241,
  NameForm = 242,
  Clue = 243,
  ClueForm = 244,
  NameBefore = 245,
  NameAfter = 246,
  ClueBefore = 247,
  ClueAfter = 248,
  ClueBeforeJoint = 249,
  ClueAfterJoint = 250,
}

/** Templates about the run of capitalised words around the token. */
export enum RunTemplate {
  Place = 280,
  Last = 281,
  LastEnding = 285,
  LastMiddle = 286,
  Suffix = 290,
  LastClue = 291,
  FirstClue = 292,
  AfterClue = 293,
  BeforeClue = 294,
}

/** Templates about the rest of the document. */
export enum MemoryTemplate {
  Writing = 320,
  Shares = 321,
  SharesCount = 322,
  BestForm = 323,
  BestPlaces = 324,
  BestRun = 325,
  Alone = 326,
  PairBefore = 327,
  PairAfter = 328,
}

/** Templates of texts of one sentence. */
export enum LonelyTemplate {
  Form = 360,
  Fold = 361,
  Middle = 362,
  Name = 363,
  Clue = 364,
  Last = 365,
  LastMiddle = 366,
  LastClue = 367,
  TextStart = 368,
  TextEnd = 369,
  TextEdges = 370,
}
