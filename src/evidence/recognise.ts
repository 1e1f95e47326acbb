import type { TokenTable } from '../types.js';
import { type Candidate, CandidateSet } from './candidate.js';
import { chooseCandidates } from './choose.js';
import { gatherFacts } from './facts.js';
import type { Hits } from './hits.js';
import { proposeAcronyms } from './rules/acronyms.js';
import { proposeHeads } from './rules/heads.js';
import { proposeListed } from './rules/listed.js';
import { proposeRemembered } from './rules/memory.js';
import { proposeMisspelt } from './rules/misspelt.js';
import { proposePersons } from './rules/persons.js';
import { setScene } from './rules/scene.js';
import { proposeUnknown } from './rules/unknown.js';

/**
 * The list-and-rule recognizer: every rule proposes candidates with evidence; the document is then read once more with what the first
 * reading was sure of. Gives all candidates, kept or not, for the choice and for explanations.
 */
export function proposeByRules(table: TokenTable, hits: Hits): Candidate[] {
  const scene = setScene(table, hits, gatherFacts(table, hits), new CandidateSet());
  proposeListed(scene);
  proposeHeads(scene);
  proposePersons(scene);
  proposeAcronyms(scene);
  proposeUnknown(scene);
  const first = chooseCandidates(scene.candidates.all);
  proposeRemembered(scene, first);
  proposeMisspelt(scene, first);
  return scene.candidates.all;
}
