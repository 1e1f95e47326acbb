import { parseCount, parsePercent, parseWorkers } from '../../dist/cli/options.js';
import { testRows } from '../helpers/rows.js';

/** What an option makes of a value, or what it says would be right. */
const reader = (parse) => (value) => {
  try {
    return parse(value);
  } catch (error) {
    return error.message;
  }
};

const PERCENT = 'right would be a number from 0 to 100.';
testRows(
  'a percentage',
  [
    ['0', 0, 'the least'],
    ['100', 100, 'the most'],
    ['85.5', 85.5, 'a fraction'],
    ['-0.1', PERCENT, 'too little'],
    ['100.1', PERCENT, 'too much'],
    ['', PERCENT, 'nothing is no zero'],
    [' ', PERCENT, 'nor is a blank'],
    ['85,5', PERCENT, 'a comma'],
  ],
  reader(parsePercent),
);

const WORKERS = 'right would be a number from 1 to 1024.';
testRows(
  'a number of threads',
  [
    ['1', 1, 'the least'],
    ['1024', 1024, 'the most'],
    ['0', WORKERS, 'too few'],
    ['1025', WORKERS, 'too many'],
    ['2.5', WORKERS, 'half a thread'],
  ],
  reader(parseWorkers),
);

const COUNT = 'right would be a whole number, 0 or more.';
testRows(
  'a count',
  [
    ['0', 0, 'none'],
    ['12', 12, 'some'],
    ['-1', COUNT, 'fewer than none'],
    ['1e3', COUNT, 'no digits'],
  ],
  reader(parseCount),
);
