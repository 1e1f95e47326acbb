import type { DocResult, Entity, EntityType, NameSummary } from '../types.js';
import type { Mention } from './mention.js';

/** Up to so many are simply compared one by one: an index would cost more than it saves. */
const FEW = 16;

/** Different strings, in the order in which they came. */
class Different {
  readonly all: string[] = [];
  private index: Set<string> | undefined;

  add(value: string): void {
    const { all } = this;
    if (this.index ? this.index.has(value) : all.includes(value)) return;
    all.push(value);
    if (this.index) this.index.add(value);
    else if (all.length > FEW) this.index = new Set(all);
  }
}

/** A name with what is counted of it. */
interface Group {
  readonly type: EntityType;
  readonly name: string;
  count: number;
  aliases: Different | undefined;
  roles: Different | undefined;
  /** The same name of another type. */
  readonly next: Group | undefined;
}

/** The names of a document, in the order of their first mentions. */
class Groups {
  readonly all: Group[] = [];
  private readonly byName = new Map<string, Group>();

  /** Gives the group of a name. */
  of(type: EntityType, name: string): Group {
    const first = this.byName.get(name);
    let group = first;
    while (group && group.type !== type) group = group.next;
    if (group) return group;
    const added: Group = { type, name, count: 0, aliases: undefined, roles: undefined, next: first };
    this.byName.set(name, added);
    this.all.push(added);
    return added;
  }
}

/**
 * Puts the mentions of a document together as its result. The names of a type are the most frequent first, then by first mention.
 * @param mentions what each entity was made of
 */
export function summariseDoc(entities: Entity[], mentions: readonly Mention[]): DocResult {
  const result: DocResult = { people: [], places: [], organizations: [], entities };
  const groups = new Groups();
  for (let i = 0; i < entities.length; i++) {
    const { type, name } = entities[i];
    const group = groups.of(type, name);
    group.count++;
    const form = mentions[i].form.base;
    if (form !== name) {
      group.aliases ??= new Different();
      group.aliases.add(form);
    }
    const { role } = mentions[i];
    if (role !== undefined) {
      group.roles ??= new Different();
      group.roles.add(role);
    }
  }
  for (const group of groups.all) namesOf(result, group.type).push(summaryOf(group));
  sortByCount(result.people);
  sortByCount(result.places);
  sortByCount(result.organizations);
  return result;
}

function namesOf(result: DocResult, type: EntityType): NameSummary[] {
  if (type === 'PER') return result.people;
  return type === 'LOC' ? result.places : result.organizations;
}

function summaryOf({ name, count, aliases, roles }: Group): NameSummary {
  if (!aliases) return roles ? { name, count, roles: roles.all } : { name, count };
  return roles ? { name, count, aliases: aliases.all, roles: roles.all } : { name, count, aliases: aliases.all };
}

function sortByCount(names: NameSummary[]): void {
  if (names.length > FEW) {
    names.sort((a, b) => b.count - a.count);
    return;
  }
  for (let i = 1; i < names.length; i++) {
    const name = names[i];
    let to = i;
    for (; to > 0 && names[to - 1].count < name.count; to--) names[to] = names[to - 1];
    names[to] = name;
  }
}
