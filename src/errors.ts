/** Stable codes of everything that can go wrong; the command line maps them to exit codes. */
export type KunyeErrorCode =
  | 'USAGE'
  | 'INPUT_INVALID'
  | 'INPUT_UNREADABLE'
  | 'GOLD_INVALID'
  | 'LEXICON_INVALID'
  | 'MODEL_INVALID'
  | 'OUTPUT_FAILED'
  | 'REGRESSION'
  | 'INTERRUPTED';

/** Where in an input something is wrong; line and column count from 1. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
}

/** The single error type künye throws: a stable code, what was wrong, where, and what would be right. */
export class KunyeError extends Error {
  readonly code: KunyeErrorCode;
  readonly place: Place | undefined;

  constructor(code: KunyeErrorCode, message: string, place?: Place) {
    super(place ? `${formatPlace(place)}: ${message}` : message);
    this.name = 'KunyeError';
    this.code = code;
    this.place = place;
  }
}

function formatPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}
