export type { Doc, Sentence, SentenceFields, Token, TokenFields, TokenShape, TokenType } from './doc.js';
export { KunyeError, type KunyeErrorCode, type Place } from './errors.js';
export type { Evidence } from './evidence/candidate.js';
export type { ExplainedCandidate } from './explain.js';
export { Kunye, type KunyeParts, type TextRecord } from './kunye.js';
export type { EntryFlag, EntryType } from './lexicon/entry.js';
export type { RecognizeOptions } from './pipeline.js';
export type { ListEntry, NamedBytes, NameList } from './resources.js';
export type { DocResult, Entity, EntityType, NameSummary, Source } from './types.js';
