import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { renderJson, renderJsonLine, withRecord } from '../../dist/output/json.js';
import { OUTPUT_SCHEMA } from '../../dist/output/schema.js';
import { analyseText } from '../../dist/pipeline.js';
import { resourcesOf } from '../helpers/lexicon.js';
import { testRows } from '../helpers/rows.js';
import { anyText } from '../helpers/texts.js';

const resources = resourcesOf([
  'Ankara ; LOC',
  'Ahmet ; GIVEN',
  'Yılmaz ; SURNAME',
  'Dışişleri Bakanı ; TITLE ;  ; before',
  'Birleşmiş Milletler ; ORG ; BM',
  'Bakanlığı ; ORGHEAD',
]);
const TEXT = "Eski Dışişleri Bakanı Ahmet Yılmaz Ankara'da BM ile görüştü. Yılmaz’ın Ankaradaki evi.";
const result = withRecord({ id: 'a.txt', date: '2020-01-13', title: 'Başlık' }, analyseText(TEXT, resources).result);

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(OUTPUT_SCHEMA);
const faults = (doc) => (validate(doc) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.keyword}`));
/** The document with a change made to it. */
const changed = (change) => {
  const doc = structuredClone(result);
  change(doc);
  return doc;
};

describe('the output schema', () => {
  test('accepts a full document, as it is printed', () => {
    expect(result.entities.length).toBeGreaterThan(3);
    expect(result.people[0].roles).toEqual(['Dışişleri Bakanı']);
    expect(faults(JSON.parse(renderJson(result)))).toEqual([]);
    expect(faults(JSON.parse(renderJsonLine(result)))).toEqual([]);
  });
  testRows(
    'refuses what is no output',
    [
      [changed((doc) => delete doc.entities), [' required'], 'no mentions'],
      [changed((doc) => (doc.extra = 1)), [' additionalProperties'], 'an unknown field'],
      [changed((doc) => (doc.entities[0].type = 'MISC')), ['/entities/0/type enum'], 'an unknown type'],
      [changed((doc) => (doc.entities[0].score = 1.5)), ['/entities/0/score maximum'], 'a score above 1'],
      [changed((doc) => (doc.entities[0].start = -1)), ['/entities/0/start minimum'], 'a negative offset'],
      [changed((doc) => delete doc.entities[0].name), ['/entities/0 required'], 'no name'],
      [changed((doc) => (doc.people[0].count = 0)), ['/people/0/count minimum'], 'a count of nothing'],
      [changed((doc) => (doc.places[0].roles = ['x'])), ['/places/0 additionalProperties'], 'a place with a role'],
      [changed((doc) => (doc.people[0].aliases = [])), ['/people/0/aliases minItems'], 'no aliases are left out'],
    ],
    faults,
  );
  test('accepts the output of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(faults(JSON.parse(renderJsonLine(analyseText(text, resources).result)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
