import type { ReportData } from './data.js';
import type { Example } from './examples.js';

const LONGEST_LABEL = 140;

/** Writes sentences and documents into the report's data, each once however many names share it. */
export class DetailWriter {
  private readonly sentences = new Map<string, number>();
  private readonly sources = new Map<string, number>();

  constructor(private readonly data: ReportData) {}

  /** Gives the position of an example's sentence in the data, where it is put when it is new. */
  sentence({ sentence, label, date }: Example): number {
    return this.place(this.sentences, sentence, () => this.data.sentences.push([sentence, this.source(label, date)]));
  }

  private source(label: string, date: string): number {
    const shown = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label;
    return this.place(this.sources, `${shown}\n${date}`, () => this.data.sources.push([shown, date]));
  }

  private place(known: Map<string, number>, key: string, push: () => number): number {
    const at = known.get(key) ?? push() - 1;
    known.set(key, at);
    return at;
  }
}
