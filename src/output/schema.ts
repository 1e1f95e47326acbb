import { ENTITY_TYPES } from '../types.js';

const nameSummary = (description: string, withRoles: boolean) => ({
  type: 'array',
  description,
  items: {
    type: 'object',
    required: ['name', 'count'],
    additionalProperties: false,
    properties: {
      name: {
        type: 'string',
        minLength: 1,
        description: 'Base form, canonical where a list or the document knows it.',
      },
      count: { type: 'integer', minimum: 1, description: 'Mentions in the document.' },
      aliases: {
        type: 'array',
        items: { type: 'string' },
        minItems: 1,
        uniqueItems: true,
        description: 'Other forms the document uses.',
      },
      ...(withRoles && {
        roles: {
          type: 'array',
          items: { type: 'string' },
          minItems: 1,
          uniqueItems: true,
          description: 'Titles the document puts before the name.',
        },
      }),
    },
  },
});

/** JSON Schema (draft 2020-12) of one document's output. */
export const OUTPUT_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://kunye.dev/schema/1/document.json',
  title: 'künye document',
  description:
    'The people, places and organizations of one document. Later versions of the same major only add fields.',
  type: 'object',
  required: ['people', 'places', 'organizations', 'entities'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    date: { type: 'string' },
    title: { type: 'string' },
    people: nameSummary('People, most frequent first.', true),
    places: nameSummary('Places, most frequent first.', false),
    organizations: nameSummary('Organizations, most frequent first.', false),
    entities: {
      type: 'array',
      description: 'Mentions in text order, not overlapping.',
      items: {
        type: 'object',
        required: ['type', 'start', 'end', 'text', 'name', 'source', 'score'],
        additionalProperties: false,
        properties: {
          type: { enum: ENTITY_TYPES },
          start: {
            type: 'integer',
            minimum: 0,
            description: 'First unit of the mention; UTF-16 code units unless --offsets says otherwise.',
          },
          end: { type: 'integer', minimum: 1, description: 'Unit after the last one.' },
          text: { type: 'string', minLength: 1, description: 'Exactly the slice [start, end) of the text.' },
          name: { type: 'string', minLength: 1, description: 'The name the mention is linked to.' },
          suffix: { type: 'string', description: 'Suffix behind the apostrophe, or cut off the last word.' },
          case: { enum: ['Nom', 'Acc', 'Dat', 'Loc', 'Abl', 'Gen', 'Ins', 'Equ'] },
          source: { enum: ['user', 'list', 'rule', 'model', 'chain'], description: 'How the mention was found.' },
          score: { type: 'number', minimum: 0, maximum: 1 },
          sentence: { type: 'integer', minimum: 0, description: 'Index of the sentence (batch only).' },
          context: { type: 'string', description: 'Sentence of the first mention of the name (batch only).' },
        },
      },
    },
  },
} as const;
