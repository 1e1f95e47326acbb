/**
 * How surprising it is that two names meet as often as they do: Dunning's log-likelihood ratio (1993, Accurate Methods for the Statistics of
 * Surprise and Coincidence), which neither favours names that are everywhere nor pairs met once.
 * @param together documents in which the two meet
 * @param a documents with the first, @param b with the second, @param all documents in all
 * @returns 0 when they meet no more often than by chance
 */
export function tieStrength(together: number, a: number, b: number, all: number): number {
  const expected = (a * b) / all;
  if (together === 0 || together <= expected) return 0;
  const cells: [number, number][] = [
    [together, expected],
    [a - together, (a * (all - b)) / all],
    [b - together, ((all - a) * b) / all],
    [all - a - b + together, ((all - a) * (all - b)) / all],
  ];
  return 2 * cells.reduce((sum, [seen, chance]) => (seen > 0 ? sum + seen * Math.log(seen / chance) : sum), 0);
}
