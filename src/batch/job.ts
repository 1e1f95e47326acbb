import type { InputDoc } from '../input/document.js';
import type { Claim } from './ids.js';

/** What is still to be made a document: a record that was read, or the bytes of a file. */
export type Content = { kind: 'record'; doc: InputDoc } | { kind: 'text' | 'html'; bytes: Uint8Array };

/** One document waiting to be recognized. */
export interface Job {
  claim: Claim;
  /** Where it came from, for messages: a file, or file:line. */
  source: string;
  content: Content;
  /** Size of its input in bytes. */
  size: number;
  /** Hash of its input. */
  digest: Uint8Array;
}

/** A document, or an input, that could not be done. */
export interface Failure {
  /** The document's id, or the path of an input that holds documents. */
  id: string;
  /** A stable code, see KunyeErrorCode. */
  code: string;
  /** What was wrong, where, and what would be right. */
  error: string;
  /** Set when the machine may be to blame (memory, time): the next run tries again. */
  retry?: true;
}
