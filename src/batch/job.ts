import type { Claim } from './ids.js';

/**
 * What is still to be made a document: a record's line of JSON, a document found in a larger file (as JSON), or a file of its own, which
 * nobody has read yet.
 */
export type Content = { kind: 'line' | 'record'; bytes: Uint8Array } | { kind: 'text' | 'html' };

/** One document waiting to be recognized. */
export interface Job {
  claim: Claim;
  /** Where it came from: a file, or for messages file:line. */
  source: string;
  content: Content;
  /** Size of its input in bytes. */
  size: number;
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

/** A failed document of a part. */
export interface PartFailure extends Failure {
  /** Where the document was found; `error` begins with it. */
  source: string;
}

/** Gives a failure of an earlier run for where the document is found now: lines of a file move. */
export function relocated(failure: PartFailure, source: string): PartFailure {
  const { error } = failure;
  const moved = error.startsWith(failure.source) ? source + error.slice(failure.source.length) : error;
  return { ...failure, source, error: moved };
}
