/** A document as it was read, before recognition: a text, or tokens given from outside. */
export interface InputDoc {
  id?: string;
  date?: string;
  title?: string;
  text: string;
  /** Given tokens, one list a sentence; when present they are recognized instead of `text`. */
  sentences?: string[][];
}

/** Names of the fields of foreign JSONL records. */
export interface RecordFields {
  text: string;
  id: string;
}

export const DEFAULT_FIELDS: RecordFields = { text: 'text', id: 'id' };

/** Kinds of input. */
export const INPUT_FORMATS = ['auto', 'text', 'html', 'json', 'jsonl', 'conll'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];
