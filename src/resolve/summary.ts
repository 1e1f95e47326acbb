import type { DocResult, Entity, EntityType, NameSummary } from '../types.js';
import type { Mention } from './mention.js';

/** A name with what is counted of it. */
interface Group {
  type: EntityType;
  summary: NameSummary;
  aliases: Set<string> | undefined;
  roles: Set<string> | undefined;
  /** The same name of another type. */
  next: Group | undefined;
}

/**
 * Puts the mentions of a document together as its result. The names of a type are the most frequent first, then by first mention.
 * @param mentions what each entity was made of
 * @param roles title before each entity, if any
 */
export function summariseDoc(
  entities: Entity[],
  mentions: readonly Mention[],
  roles: readonly (string | undefined)[],
): DocResult {
  const result: DocResult = { people: [], places: [], organizations: [], entities };
  const groups = new Map<string, Group>();
  for (let i = 0; i < entities.length; i++) {
    const { type, name } = entities[i];
    const group = findGroup(groups, type, name) ?? addGroup(groups, type, name, namesOf(result, type));
    group.summary.count++;
    const form = mentions[i].form.base;
    if (form !== name) {
      group.aliases ??= new Set();
      group.aliases.add(form);
    }
    const role = roles[i];
    if (role !== undefined) {
      group.roles ??= new Set();
      group.roles.add(role);
    }
  }
  for (const first of groups.values())
    for (let group: Group | undefined = first; group; group = group.next) finish(group);
  sortByCount(result.people);
  sortByCount(result.places);
  sortByCount(result.organizations);
  return result;
}

function findGroup(groups: ReadonlyMap<string, Group>, type: EntityType, name: string): Group | undefined {
  let group = groups.get(name);
  while (group && group.type !== type) group = group.next;
  return group;
}

function addGroup(groups: Map<string, Group>, type: EntityType, name: string, names: NameSummary[]): Group {
  const summary = { name, count: 0 };
  const group = { type, summary, aliases: undefined, roles: undefined, next: groups.get(name) };
  groups.set(name, group);
  names.push(summary);
  return group;
}

function namesOf(result: DocResult, type: EntityType): NameSummary[] {
  if (type === 'PER') return result.people;
  return type === 'LOC' ? result.places : result.organizations;
}

function finish({ summary, aliases, roles }: Group): void {
  if (aliases) summary.aliases = [...aliases];
  if (roles) summary.roles = [...roles];
}

function sortByCount(names: NameSummary[]): void {
  for (let i = 1; i < names.length; i++) {
    if (names[i].count <= names[i - 1].count) continue;
    names.sort((a, b) => b.count - a.count);
    return;
  }
}
