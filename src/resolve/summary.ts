import type { DocResult, Entity, EntityType, NameSummary } from '../types.js';

/** Counts the names of one type: most frequent first, then by first mention. */
function summarise(
  type: EntityType,
  entities: readonly Entity[],
  forms: readonly string[],
  roles: readonly (string | undefined)[],
): NameSummary[] {
  const byName = new Map<string, { summary: NameSummary; aliases?: Set<string>; roles?: Set<string> }>();
  entities.forEach((entity, i) => {
    if (entity.type !== type) return;
    let group = byName.get(entity.name);
    if (!group) {
      group = { summary: { name: entity.name, count: 0 } };
      byName.set(entity.name, group);
    }
    group.summary.count++;
    if (forms[i] !== entity.name) {
      group.aliases ??= new Set();
      group.aliases.add(forms[i]);
    }
    const role = roles[i];
    if (role !== undefined) {
      group.roles ??= new Set();
      group.roles.add(role);
    }
  });
  const groups = [...byName.values()].sort((a, b) => b.summary.count - a.summary.count);
  return groups.map(({ summary, aliases, roles: found }) => {
    if (aliases) summary.aliases = [...aliases];
    if (found) summary.roles = [...found];
    return summary;
  });
}

/**
 * Puts the mentions of a document together as its result.
 * @param forms base form of each entity as the text writes it
 * @param roles title before each entity, if any
 */
export function summariseDoc(
  entities: Entity[],
  forms: readonly string[],
  roles: readonly (string | undefined)[],
): DocResult {
  return {
    people: summarise('PER', entities, forms, roles),
    places: summarise('LOC', entities, forms, roles),
    organizations: summarise('ORG', entities, forms, roles),
    entities,
  };
}
