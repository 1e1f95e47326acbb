import { foldKey } from '../text/fold.js';
import { mergeSpellings, type NameCount, type NameCounter, nameKey } from './counter.js';
import type { NameDetail, NameRow, Periods, ReportData } from './data.js';
import { REPORT_TYPES } from './data.js';
import { DetailWriter } from './detail-writer.js';
import type { ReportDoc } from './document.js';
import { Examples } from './examples.js';
import { choosePeriods, periodOf } from './periods.js';
import { tieStrength } from './strength.js';
import { Tally } from './tally.js';
import { Ties } from './ties.js';

/** How much a report keeps. */
export interface ReportLimits {
  /** Names of each type with details. */
  detailed: number;
  /** Further names, with counts only. */
  listed: number;
  /** Characters of JSON for the details; the rarest names lose theirs. */
  detailSize: number;
}

/** Limits that keep a page well under 5 MB. */
const REPORT_LIMITS: ReportLimits = { detailed: 600, listed: 20_000, detailSize: 2_500_000 };

const MOST_FORMS = 64;
const SHOWN_ALIASES = 8;
const SHOWN_ROLES = 6;
const TIES_PER_TYPE = 8;
const LONGEST_NAME = 120;
/** In inputs larger than this, names that met once only have no tie. */
const FEW_DOCUMENTS = 50;

/** What is gathered about a name with details. */
interface Gathered {
  spellings: Tally;
  aliases: Tally;
  roles: Tally;
  examples: Examples;
  trend: Map<number, number>;
}

/** Second pass over the documents: details of the names the first pass found important. */
export class DetailCollector {
  private readonly detailed: NameCount[];
  private readonly rows: NameCount[];
  private readonly indexes = new Map<string, number>();
  private readonly gathered: Gathered[];
  private readonly ties: Ties;
  private readonly periods: Periods | undefined;
  private documents = 0;

  constructor(
    private readonly counter: NameCounter,
    private readonly limits: ReportLimits = REPORT_LIMITS,
  ) {
    const ranked = counter.ranked().filter(({ name }) => name.length <= LONGEST_NAME);
    const left = REPORT_TYPES.map(() => limits.detailed);
    this.detailed = ranked.filter(({ type }) => left[type]-- > 0);
    const chosen = new Set(this.detailed);
    const listed = ranked.filter((count) => !chosen.has(count)).slice(0, limits.listed);
    // The first pass may have forgotten and met again: what is kept is counted anew.
    this.rows = [...this.detailed, ...listed].map((count) => ({ ...count, docs: 0, mentions: 0 }));
    this.rows.forEach(({ type, name }, i) => {
      this.indexes.set(nameKey(type, name), i);
    });
    this.gathered = this.detailed.map(() => ({
      spellings: new Tally(MOST_FORMS),
      aliases: new Tally(MOST_FORMS),
      roles: new Tally(MOST_FORMS),
      examples: new Examples(),
      trend: new Map(),
    }));
    this.ties = new Ties(this.detailed.length);
    this.periods = choosePeriods(counter.days);
  }

  /** Adds a document; the same documents as in the first pass, in any order. */
  add(doc: ReportDoc): void {
    const ordinal = this.documents++;
    const period = this.periodOfDoc(doc.day);
    for (const [key, { count }] of mergeSpellings(doc.names)) {
      const i = this.indexes.get(key);
      if (i === undefined) continue;
      this.rows[i].docs++;
      this.rows[i].mentions += count;
      const trend = this.gathered[i]?.trend;
      if (trend && period !== undefined) trend.set(period, (trend.get(period) ?? 0) + 1);
    }
    for (const { type, name, aliases, roles } of doc.names) {
      const gathered = this.gatheredOf(type, name);
      if (!gathered) continue;
      gathered.spellings.add(name);
      for (const alias of aliases) gathered.aliases.add(alias);
      for (const role of roles) gathered.roles.add(role);
    }
    this.addMentions(doc, ordinal);
  }

  private addMentions(doc: ReportDoc, ordinal: number): void {
    const places = new Map<number, Set<number>>();
    for (const { type, name, text, sentence = -1, context } of doc.mentions) {
      const i = this.indexes.get(nameKey(type, name));
      const gathered = i === undefined ? undefined : this.gathered[i];
      if (i === undefined || !gathered) continue;
      if (context) gathered.examples.add(context, text, doc, ordinal);
      const place = places.get(sentence);
      if (place) place.add(i);
      else places.set(sentence, new Set([i]));
    }
    this.ties.addDoc(places.values());
  }

  private gatheredOf(type: number, name: string): Gathered | undefined {
    const i = this.indexes.get(nameKey(type, name));
    return i === undefined ? undefined : this.gathered[i];
  }

  private periodOfDoc(day: number | undefined): number | undefined {
    if (day === undefined || !this.periods) return undefined;
    const period = periodOf(day, this.periods.unit) - this.periods.start;
    return period >= 0 && period < this.periods.totals.length ? period : undefined;
  }

  /** Puts together what the page shows. */
  finish(): ReportData {
    const { counter } = this;
    const data: ReportData = {
      documents: counter.documents,
      dated: [...counter.days.values()].reduce((sum, docs) => sum + docs, 0),
      mentions: counter.mentions,
      names: counter.size,
      namesCut: counter.cut,
      bySentence: counter.bySentence,
      ...(this.periods && { periods: this.periods }),
      rows: this.rows.map(({ type, name, docs, mentions }, i): NameRow => {
        const spelling = this.gathered[i]?.spellings.top(1)[0] ?? name;
        return [type, spelling, docs, mentions];
      }),
      details: [],
      sentences: [],
      sources: [],
    };
    const writer = new DetailWriter(data);
    let left = this.limits.detailSize;
    for (const i of this.byImportance()) {
      const size = data.sentences.length;
      const detail: NameDetail = left > 0 ? this.detailOf(i, data, writer) : {};
      data.details[i] = detail;
      left -= JSON.stringify(detail).length;
      for (const sentence of data.sentences.slice(size)) left -= JSON.stringify(sentence).length;
    }
    return data;
  }

  /** Names with details, the ones in most documents first. */
  private byImportance(): number[] {
    return this.detailed.map((_, i) => i).sort((a, b) => this.rows[b].docs - this.rows[a].docs || a - b);
  }

  private detailOf(i: number, data: ReportData, writer: DetailWriter): NameDetail {
    const { aliases, roles, examples, trend } = this.gathered[i];
    const name = data.rows[i][1];
    const otherForms = aliases.top(SHOWN_ALIASES + 1).filter((alias) => foldKey(alias) !== foldKey(name));
    return withoutEmpty({
      aliases: otherForms.slice(0, SHOWN_ALIASES),
      roles: roles.top(SHOWN_ROLES),
      examples: examples.list().map((example) => writer.sentence(example)),
      trend: [...trend].sort(([a], [b]) => a - b).flat(),
      ties: this.strongestTies(i).flat(),
    });
  }

  private strongestTies(i: number): [number, number][] {
    const least = this.counter.documents > FEW_DOCUMENTS ? 2 : 1;
    const { docs } = this.rows[i];
    const ties = this.ties
      .of(i)
      .filter(([, together]) => together >= least)
      .map(([other, together]) => ({
        other,
        together,
        strength: tieStrength(together, docs, this.rows[other].docs, this.documents),
      }))
      .filter(({ strength }) => strength > 0)
      .sort((a, b) => b.strength - a.strength || b.together - a.together || a.other - b.other);
    return REPORT_TYPES.flatMap((_, type) =>
      ties
        .filter(({ other }) => this.rows[other].type === type)
        .slice(0, TIES_PER_TYPE)
        .map(({ other, together }): [number, number] => [other, together]),
    );
  }
}

function withoutEmpty(detail: Required<NameDetail>): NameDetail {
  return Object.fromEntries(Object.entries(detail).filter(([, list]) => list.length > 0));
}
