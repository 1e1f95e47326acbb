import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { folderOf, runCli } from '../helpers/cli.js';

const TEXT = "Ayşe Yılmaz Ankara'da konuştu.\n";
const PAGE = `<!doctype html><html><body><article><p>${TEXT}</p></article></body></html>`;
const RECORDS = '{"text":"Ankara soğuk."}\n{"id":"ikinci","text":"İzmir sıcak."}\n';
const CONLL = "-DOCSTART-\n\nAnkara'da\tB-LOC\nkar\tO\n\nİzmir\tO\n\n-DOCSTART-\n\nBursa\tO\n";
/** windows-1254: ý is 0xFD, İ 0xDD. */
const windows1254 = (text) =>
  Buffer.from(text.replaceAll('İ', '\u00dd').replaceAll('ı', '\u00fd').replaceAll('ş', '\u00fe'), 'latin1');
const utf16 = (text, order = 'le') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

let folder;
beforeAll(() => {
  folder = folderOf({
    'a.txt': TEXT,
    'a.txt.gz': gzipSync(TEXT),
    'a.html': PAGE,
    'one.json': JSON.stringify({ id: 'bir', text: TEXT }, null, 2),
    'list.json': JSON.stringify([{ text: 'Ankara' }, { id: 'iki', text: 'İzmir' }]),
    'r.jsonl': RECORDS,
    'r.jsonl.gz': gzipSync(RECORDS),
    'c.conll': CONLL,
    haber: TEXT,
    'large/A.TXT': 'Bursa büyük.\n',
    'large/B.HTM.GZ': gzipSync(PAGE),
    'large/C.JSONL': RECORDS,
    'large/D.IOB': CONLL,
    'in/b.txt': 'Bursa büyük.\n',
    'in/deep/c.ndjson': '{"text":"Sinop uzak."}\n',
    'in/photo.png': 'no',
    'nothing/photo.png': 'no',
    'own.tsv': 'Zambak Evi\tORG\n',
    'other.tsv': 'Zambak Evi\tLOC\nAyşe Yılmaz\tORG\n',
    'broken.tsv': 'Zambak\tXYZ\n',
  });
});
afterAll(() => folder.remove());

/** Runs kunye without the tagger; arguments that name files of the folder are made paths. */
const kunye = (args, options) =>
  runCli(
    [
      '--no-model',
      ...args.map((arg) => (/^(?:in|large|nothing|haber|[a-z]+\.[a-z.]+)$/u.test(arg) ? folder.at(arg) : arg)),
    ],
    options,
  );

/** Each document as its id (inside the folder) and the texts of its names. */
function shown(stdout) {
  const docs = stdout.startsWith('{\n') || stdout.startsWith('[') ? [JSON.parse(stdout)].flat() : lines(stdout);
  return docs.map(({ id = '', entities }) =>
    [id.replace(`${folder.path}/`, ''), ...entities.map(({ text }) => text)].join(' '),
  );
}
const lines = (stdout) =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('kunye reads', () => {
  test.each([
    ['stdin without a path', [], TEXT, [' Ayşe Yılmaz Ankara']],
    ["stdin as '-'", ['-'], TEXT, [' Ayşe Yılmaz Ankara']],
    ['a file', ['a.txt'], '', ['a.txt Ayşe Yılmaz Ankara']],
    ['a file without an ending, as text', ['haber'], '', ['haber Ayşe Yılmaz Ankara']],
    ['a packed file', ['a.txt.gz'], '', ['a.txt.gz Ayşe Yılmaz Ankara']],
    ['a page', ['a.html'], '', ['a.html Ayşe Yılmaz Ankara']],
    ['a page on stdin', [], PAGE, [' Ayşe Yılmaz Ankara']],
    ['a page as text if told so', ['--from', 'text', '--types', 'LOC'], '<html>Ankara', [' Ankara']],
    ['a JSON record', ['one.json'], '', ['bir Ayşe Yılmaz Ankara']],
    ['a JSON list', ['list.json'], '', ['list.json Ankara', 'iki İzmir']],
    ['JSON lines', ['r.jsonl'], '', [' Ankara', 'ikinci İzmir']],
    ['packed JSON lines', ['r.jsonl.gz'], '', [' Ankara', 'ikinci İzmir']],
    ['JSON lines on stdin, seen by their look', [], RECORDS, [' Ankara', 'ikinci İzmir']],
    ['a JSON record over several lines on stdin', [], '{\n"text":\n"Ankara"}', [' Ankara']],
    ['a JSON list on stdin', [], '[{"text":"Ankara"},\n{"text":"İzmir"}]', [' Ankara', ' İzmir']],
    ['text that begins like JSON', [], '{Ankara}', [' Ankara']],
    ['text that begins with a bracket', [], '[Ankara]', [' Ankara']],
    ['CoNLL, a document a -DOCSTART-', ['c.conll'], '', ['c.conll:3 Ankara İzmir', 'c.conll:10 Bursa']],
    ['CoNLL on stdin', ['--from', 'conll'], 'Ankara\n\nİzmir\n', [' Ankara', ' İzmir']],
    ['a folder, in the order of names', ['in'], '', ['in/b.txt Bursa', ' Sinop']],
    [
      'files by their endings in whatever case',
      ['large'],
      '',
      [
        'large/A.TXT Bursa',
        'large/B.HTM.GZ Ayşe Yılmaz Ankara',
        ' Ankara',
        'ikinci İzmir',
        'large/D.IOB:3 Ankara İzmir',
        'large/D.IOB:10 Bursa',
      ],
    ],
    [
      'folders, files and stdin mixed',
      ['in', '-', 'a.txt'],
      'Bursa',
      ['in/b.txt Bursa', ' Sinop', ' Bursa', 'a.txt Ayşe Yılmaz Ankara'],
    ],
    [
      'a format it was told',
      ['--from', 'jsonl', 'r.jsonl', '-'],
      '{"text":"Bursa"}',
      [' Ankara', 'ikinci İzmir', ' Bursa'],
    ],
    [
      'records by other field names',
      ['--text-field', 'body', '--id-field', 'no'],
      '{"no":7,"body":"Bursa"}',
      ['7 Bursa'],
    ],
    ['an empty text', [], '', ['']],
    ['blanks', [], ' \n\t\r\n', ['']],
    ['nothing in JSON lines', ['--from', 'jsonl'], '\n\n', []],
    ['line ends of Windows', ['--from', 'jsonl'], '{"text":"Bursa"}\r\n\r\n{"text":"Sivas"}\r\n', [' Bursa', ' Sivas']],
    ['a last line without an end', ['--from', 'jsonl'], '{"text":"Bursa"}', [' Bursa']],
    ['a byte order mark', [], `\ufeff${TEXT}`, [' Ayşe Yılmaz Ankara']],
    ['a byte order mark before JSON lines', ['--from', 'jsonl'], '\ufeff{"text":"Bursa"}', [' Bursa']],
    ['UTF-16 by its mark', [], utf16(TEXT), [' Ayşe Yılmaz Ankara']],
    ['UTF-16 the other way round', [], utf16(TEXT, 'be'), [' Ayşe Yılmaz Ankara']],
    ['UTF-16 JSON lines', ['--from', 'jsonl'], utf16(RECORDS), [' Ankara', 'ikinci İzmir']],
    ['UTF-16 without a mark, told so', ['--encoding', 'UTF-16LE'], utf16(TEXT).subarray(2), [' Ayşe Yılmaz Ankara']],
    [
      'UTF-16 JSON lines without a mark',
      ['--from', 'jsonl', '--encoding', 'utf-16le'],
      utf16(RECORDS).subarray(2),
      [' Ankara', 'ikinci İzmir'],
    ],
    ['windows-1254, told so', ['--encoding', 'latin5'], windows1254("İzmir'de"), [' İzmir']],
    ['a stray zero byte in a text', [], `Ankara\0 ${'x'.repeat(50)}`, [' Ankara']],
  ])('%s', async (_, args, stdin, documents) => {
    const { code, stdout, stderr } = await kunye(args, { stdin });
    expect({ code, stderr, documents: shown(stdout) }).toEqual({ code: 0, stderr: '', documents });
  });

  test("a mark in a record's own text is counted, the one of the file is not", async () => {
    const stdin = '\ufeff{"text":"\\ufeffAnkara güzel."}\n';
    const { stdout } = await kunye(['--from', 'jsonl', '--to', 'jsonl'], { stdin });
    expect(JSON.parse(stdout).entities).toMatchObject([{ start: 1, end: 7, text: 'Ankara' }]);
  });

  test('JSON lines one by one: an answer comes before the next line is there', async () => {
    const stdin = new PassThrough();
    const answers = [];
    const run = kunye(['--from', 'jsonl'], {
      stdin,
      onStdout: (line) => {
        if (line === '') return;
        answers.push(JSON.parse(line).id);
        if (answers.length === 1) stdin.end('{"id":"2","text":"İzmir"}\n');
      },
    });
    stdin.write('{"id":"1","text":"Ankara"}\n');
    expect((await run).code).toBe(0);
    expect(answers).toEqual(['1', '2']);
  });

  test('a line of a million characters', async () => {
    const { code, stdout } = await kunye(['--from', 'jsonl'], {
      stdin: `${JSON.stringify({ text: `${'çok uzun '.repeat(111_112)}Ankara'da` })}\n`,
    });
    expect([code, lines(stdout)[0].entities[0]]).toEqual([
      0,
      expect.objectContaining({ start: 1_000_008, text: 'Ankara' }),
    ]);
  });
});

describe('kunye prints', () => {
  test.each([
    ['one document into a pipe: json', ['a.txt'], '', /^\{\n {2}"id": ".*a\.txt",\n/u],
    ['one document on stdin into a pipe: json', [], TEXT, /^\{\n {2}"people": \[\n/u],
    ['one record on stdin: json', [], '{"id":"x","text":"Bursa"}', /^\{\n {2}"id": "x"/u],
    ['a file of one record: json', ['one.json'], '', /^\{\n {2}"id": "bir"/u],
    ['several documents: jsonl', ['a.txt', 'haber'], '', /^\{"id":.*\n\{"id":.*\n$/u],
    ['a folder: jsonl', ['in'], '', /^\{"id":.*\n\{"people":.*\n$/u],
    ['JSON lines on stdin: jsonl', [], RECORDS, /^\{"people":.*\n\{"id":"ikinci".*\n$/u],
    ['a JSON list: jsonl', ['list.json'], '', /^\{"id":.*\n\{"id":"iki".*\n$/u],
    [
      'several documents as json: an array',
      ['--to', 'json', 'a.txt', 'haber'],
      '',
      /^\[\n {2}\{\n[\s\S]*\n {2}\},\n {2}\{\n[\s\S]*\}\n\]\n$/u,
    ],
    ['JSON lines on stdin as json: an array', ['--to', 'json'], RECORDS, /^\[\n[\s\S]*\n\]\n$/u],
    ['no record at all as json: an empty array', ['--to', 'json', '--from', 'jsonl'], '', /^\[\]\n$/u],
    ['one document as jsonl: a line', ['--to', 'jsonl'], TEXT, /^\{"people":.*\n$/u],
    ['the last of two formats', ['--to', 'csv', '--to', 'jsonl'], TEXT, /^\{"people":/u],
    ['nothing as jsonl for no records', ['--from', 'jsonl'], '', /^$/u],
  ])('%s', async (_, args, stdin, expected) => {
    const { code, stdout, stderr } = await kunye(args, { stdin });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(expected);
  });

  test.each([
    ['on a terminal, coloured', [], {}, true],
    ['on a terminal with NO_COLOR', [], { NO_COLOR: '1' }, false],
    ['on a terminal with NO_COLOR empty, which means nothing', [], { NO_COLOR: '' }, true],
    ['on a dumb terminal', [], { TERM: 'dumb' }, false],
    ['with --no-color', ['--no-color'], {}, false],
    ['with --color, which wins over NO_COLOR', ['--color'], { NO_COLOR: '1' }, true],
    ['with the last of --no-color --color', ['--no-color', '--color'], {}, true],
  ])('pretty %s', async (_, args, env, coloured) => {
    const { code, stdout } = await kunye(['a.txt', ...args], { env, isTTY: true });
    expect(code).toBe(0);
    expect(stdout).toContain('People');
    expect(stdout.includes('\u001b[')).toBe(coloured);
  });

  test.each([
    [0, 1, 'a terminal of 0 columns does not know its width'],
    [undefined, 1, 'nor does one without'],
    [30, 2, 'lines are broken at its width'],
  ])('pretty on %p columns has %i lines of text: %s', async (columns, count) => {
    const { stdout } = await kunye(['--no-color'], { stdin: TEXT, isTTY: true, columns });
    expect(stdout.split('\n\n')[0].split('\n')).toHaveLength(count);
  });

  test('pretty without colour in a pipe', async () => {
    const { stdout } = await kunye(['--to', 'pretty'], { stdin: TEXT });
    expect(stdout).toBe(
      "[Ayşe Yılmaz]PER [Ankara]LOC'da konuştu.\n\nPeople\n    1  Ayşe Yılmaz\n\nPlaces\n    1  Ankara\n",
    );
    expect((await kunye(['--to', 'pretty'])).stdout).toBe('no names found\n');
  });

  test("a record's id, date and title, the title not searched", async () => {
    const record = { id: 7, date: '2024-05-01', title: 'Ankara', text: 'Kar yağdı.', desk: 'hava' };
    const { stdout } = await kunye([], { stdin: `${JSON.stringify(record)}\n` });
    expect(JSON.parse(stdout)).toEqual({
      id: '7',
      date: '2024-05-01',
      title: 'Ankara',
      people: [],
      places: [],
      organizations: [],
      entities: [],
    });
  });

  test.each([
    ['utf16', (text, start, end) => text.slice(start, end)],
    ['codepoint', (text, start, end) => [...text].slice(start, end).join('')],
    ['byte', (text, start, end) => Buffer.from(text).subarray(start, end).toString()],
  ])('offsets in %s that cut out the name', async (unit, slice) => {
    const text = `\ufeff😀 Şu: ${TEXT}İstanbul’un 👨‍👩‍👧 İzmir\`de`;
    for (const [stdin, decoded] of [
      [text, text.slice(1)],
      [utf16(text.slice(1)), text.slice(1)],
    ]) {
      const { stdout } = await kunye(['--offsets', unit], { stdin });
      const { entities } = JSON.parse(stdout);
      expect(entities.map(({ start, end }) => slice(decoded, start, end))).toEqual(
        entities.map((entity) => entity.text),
      );
      expect(entities).toHaveLength(4);
    }
  });

  test.each([
    ['the given tokens', 'Ankara\nsoğuk\n', 'Ankara\tB-LOC\nsoğuk\tO\n\n'],
    ['a token with its suffix, tagged by its stem', "Ankara'da x\n", "Ankara'da\tB-LOC\n\n"],
    [
      '-DOCSTART- where it was',
      '-DOCSTART- -X- O\n\nAnkara\n\n\nİzmir\n',
      '-DOCSTART-\n\nAnkara\tB-LOC\n\nİzmir\tB-LOC\n\n',
    ],
    ['# like any other token', '# text\nAnkara\n#\n', '#\tO\nAnkara\tB-LOC\n#\tO\n\n'],
    [
      'tokens that hold blanks, or nothing',
      'Ankara  A\tO\n\tO\n \tO\n\u00a0\tO\n',
      'Ankara  A\tO\n\tO\n \tO\n\u00a0\tO\n\n',
    ],
    [
      'a token that is a strange blank, without columns',
      'Ankara\n\u00a0\n\ufeff\n',
      'Ankara\tB-LOC\n\u00a0\tO\n\ufeff\tO\n\n',
    ],
    ['line ends of Windows as those of Unix', 'Ankara\tO\r\n\r\nİzmir\tO\r\n', 'Ankara\tB-LOC\n\nİzmir\tB-LOC\n\n'],
    ['nothing for nothing', '\n\n', ''],
  ])('conll: %s', async (_, stdin, expected) => {
    const { code, stdout, stderr } = await kunye(['--from', 'conll', '--to', 'conll'], { stdin });
    expect({ code, stderr, stdout }).toEqual({ code: 0, stderr: '', stdout: expected });
  });
});

describe('options of recognition', () => {
  test.each([
    ['--types keeps these', ['--types', 'LOC'], TEXT, ['LOC Ankara']],
    ['--types with blanks, more than once', ['--types', 'LOC, PER'], TEXT, ['PER Ayşe Yılmaz', 'LOC Ankara']],
    [
      '--min-score 1 keeps what a list of your own has',
      ['--min-score', '1', '--lexicon', 'own.tsv'],
      `Zambak Evi, ${TEXT}`,
      ['ORG Zambak Evi'],
    ],
    ['--lexicon adds a name', ['--lexicon', 'own.tsv'], "Zambak Evi'nde", ['ORG Zambak Evi']],
    ['--lexicon wins over what ships', ['--lexicon', 'other.tsv'], TEXT, ['ORG Ayşe Yılmaz', 'LOC Ankara']],
    [
      'the first --lexicon wins over the next',
      ['--lexicon', 'own.tsv', '--lexicon', 'other.tsv'],
      'Zambak Evi',
      ['ORG Zambak Evi'],
    ],
    ['the other way round', ['--lexicon', 'other.tsv', '--lexicon', 'own.tsv'], 'Zambak Evi', ['LOC Zambak Evi']],
  ])('%s', async (_, args, stdin, names) => {
    const { code, stdout, stderr } = await kunye(args, { stdin });
    const found = JSON.parse(stdout).entities.map(({ type, text }) => `${type} ${text}`);
    expect({ code, stderr, found }).toEqual({ code: 0, stderr: '', found: names });
  });

  test.each([
    [['extract'], 'model', 'the tagger that ships decides'],
    [['--no-model'], 'list', 'lists and rules decide'],
    [['--model', new URL('../../models/news.kunye', import.meta.url).pathname], 'model', 'a tagger by its file'],
  ])('%j: source %s, %s', async (args, source) => {
    const { stdout } = await runCli(args, { stdin: "Sanatçı Ankara'da sahneye çıktı." });
    expect(JSON.parse(stdout).entities).toMatchObject([{ text: 'Ankara', source }]);
  });
});

describe('what cannot be read is named, the rest goes on', () => {
  test.each([
    ['a missing file', ['yok.txt', 'a.txt'], '', 'yok.txt: no such file or folder\n', 1],
    ['a way through a file', ['a.txt/b', 'a.txt'], '', 'a.txt/b: no such file or folder\n', 1],
    ['a name no file can have', ['x'.repeat(5000), 'a.txt'], '', `${'x'.repeat(120)}…: no such file or folder\n`, 1],
    ['a broken line', ['--from', 'jsonl'], '{"text":"Bursa"}\nkırık\n{"text":"Sivas"}\n', '<stdin>:2: not JSON', 2],
    ['a broken line of a file', ['--from', 'jsonl', 'haber', 'r.jsonl'], '', 'haber:1: not JSON', 2],
    [
      'a line without text',
      [],
      '{"text":"Bursa"}\n{"body":"Sivas"}',
      "<stdin>:2: the field 'text' is missing (--text-field names another)\n",
      1,
    ],
    ['a record of another shape', [], '{"text":"Bursa"}\n[1]\n{"text":5}', '<stdin>:2: not a JSON object', 1],
    [
      'binary',
      [],
      Buffer.from([0, 1, 2, 255, 254, 0, 3]),
      '<stdin>: binary, not text (UTF-16 without its mark is read with --encoding utf-16le)\n',
      0,
    ],
    ['UTF-16 without its mark', [], utf16(TEXT).subarray(2), '<stdin>: binary, not text', 0],
    ['binary among others', ['-', 'a.txt'], Buffer.alloc(1000), '<stdin>: binary, not text', 1],
    [
      'gzip on stdin',
      [],
      gzipSync(TEXT),
      '<stdin>: gzip, not text; unpack it (gzip -dc), or let its name end in .gz\n',
      0,
    ],
    ['control characters do not reach the terminal', ['\u001b[31m'], '', 'kunye: ·[31m: no such file', 0],
  ])('%s', async (_, args, stdin, message, documents) => {
    const { code, stdout, stderr } = await kunye(['--to', 'jsonl', ...args], { stdin });
    expect([code, lines(stdout).length]).toEqual([3, documents]);
    expect(stderr).toMatch(/^kunye: .*\n/u);
    expect(stderr.replaceAll(`${folder.path}/`, '')).toContain(message);
  });

  test.each([
    ['chek', '; if you meant a command: check\n'],
    ['eval', '; if you meant a command: evaluate\n'],
    ['version', '; if you meant a command: --version\n'],
    ['check', '; if you meant a command: check (it comes first: kunye check ...)\n'],
    ["Lavrov Moskova'da", '; right for a text would be echo "TEXT" | kunye\n'],
    ['haberler', '\n'],
  ])('a word that is no path: %s', async (word, hint) => {
    const { code, stdout, stderr } = await runCli(['--no-model', word, '--quiet']);
    expect({ code, stdout, stderr }).toEqual({
      code: 3,
      stdout: '',
      stderr: `kunye: ${word}: no such file or folder${hint}`,
    });
  });

  test('a list or model that is broken ends the run', async () => {
    const list = await kunye(['--lexicon', 'broken.tsv', 'a.txt']);
    expect([list.code, list.stdout]).toEqual([3, '']);
    expect(list.stderr).toContain('broken.tsv:1:8: ');
    const model = await runCli(['--model', folder.at('a.txt'), folder.at('a.txt')]);
    expect([model.code, model.stdout]).toEqual([3, '']);
    expect(model.stderr).toContain('a.txt: not a tagger model; right would be');
  });
});

describe('notes', () => {
  test.each([
    [
      'windows-1254 is guessed',
      [],
      windows1254("İzmir'de"),
      'kunye: <stdin>: not UTF-8; read as windows-1254 (--encoding says otherwise)\n',
    ],
    [
      'guessed once for all lines',
      ['--from', 'jsonl'],
      windows1254('{"text":"İ"}\n{"text":"İ"}\n'),
      'kunye: <stdin>: not UTF-8; read as windows-1254 (--encoding says otherwise)\n',
    ],
  ])('%s; --quiet keeps it', async (_, args, stdin, note) => {
    expect((await kunye(args, { stdin })).stderr).toBe(note);
    expect(await kunye([...args, '--quiet'], { stdin })).toMatchObject({ code: 0, stderr: '' });
  });

  test('a folder without anything to read', async () => {
    const { code, stdout, stderr } = await kunye(['nothing']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/nothing: no files to read in this folder; read are \.txt .*\.jsonl .*\.gz\n$/u);
  });

  test('on a terminal without input one line says what is awaited', async () => {
    const { code, stderr } = await kunye([], { stdin: TEXT, stdinIsTTY: true });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^kunye: reading Turkish text from the terminal; end it with Ctrl-D.*\n$/u);
    expect((await kunye([folder.at('a.txt')], { stdinIsTTY: true })).stderr).toBe('');
  });
});

describe('usage errors end with 2, and nothing is read or printed', () => {
  test.each([
    [['--bogus'], "unknown option '--bogus'"],
    [['--form', 'jsonl'], 'Did you mean --from?'],
    [['--to', 'xml'], "argument 'xml' is invalid. Allowed choices are json, jsonl"],
    [['--from', 'pdf'], "argument 'pdf' is invalid. Allowed choices are auto, text"],
    [['--to'], "option '--to <format>' argument missing"],
    [['--lexicon'], "option '--lexicon <file>' argument missing"],
    [['--types', 'per'], "is invalid: 'per' is no type; right would be a list of PER,LOC,ORG."],
    [['--types', ''], "'' is no type"],
    [['--min-score', '2'], 'is invalid: right would be a number from 0 to 1.'],
    [['--min-score', ''], 'is invalid: right would be a number from 0 to 1.'],
    [['--offsets', 'char'], 'Allowed choices are utf16, codepoint, byte.'],
    [['--encoding', 'constructor'], 'is invalid: right would be one of utf-8, utf-16le'],
    [['--encoding', 'ebcdic'], 'is invalid: right would be one of utf-8, utf-16le'],
    [['--model', 'x', '--no-model'], '--model and --no-model exclude each other'],
    [['--no-model', '--model=x'], '--model and --no-model exclude each other'],
    [['--model', ''], '--model needs a file name'],
    [['--to', 'brat', '--from', 'jsonl'], '--to brat is one document a run'],
    [['explain', '--text', 'x', 'a.txt'], '--text and paths exclude each other'],
    [['explain', '--to', 'csv'], 'Allowed choices are text, json.'],
    [['schema', 'extra'], "too many arguments for 'schema'"],
    [['lexicon', 'bogus'], "unknown command 'bogus'"],
    [['lexicon'], 'Usage: kunye lexicon'],
    [['lexicon', 'lint'], "missing required argument 'file'"],
    [['lexicon', 'compile', 'x'], "required option '-o, --output <file>' not specified"],
    [['lexicon', 'why'], "missing required argument 'name'"],
    [['lexicon', 'try'], "missing required argument 'file'"],
    [['evaluate'], "missing required argument 'gold'"],
    [['check'], "missing required argument 'folder'"],
    [['train', '-o', 'x'], "missing required argument 'gold'"],
    [['report', '-o', 'x'], "missing required argument 'output'"],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^error:/mu);
  });
});

describe('help and version', () => {
  test('--version prints that of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    for (const flag of ['--version', '-V'])
      expect(await runCli([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('--help names every command, with examples', async () => {
    const { code, stdout, stderr } = await runCli(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    const commands = ['extract', 'batch', 'check', 'evaluate', 'explain', 'schema', 'lexicon', 'train', 'report'];
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command}[ \n]`, 'mu'));
    expect(stdout).toContain('$ kunye < haber.txt');
    expect(stdout).toContain('kunye extract --help');
  });

  test('extract --help names every common option', async () => {
    const { stdout } = await runCli(['extract', '--help']);
    const options =
      'from to types lexicon model no-model min-score offsets encoding text-field id-field color no-color quiet';
    for (const option of options.split(' ')) expect(stdout).toMatch(new RegExp(`^ {2}--${option}[ \n]`, 'mu'));
  });
});

test('kunye schema prints a JSON Schema that names every field printed', async () => {
  const { code, stdout } = await runCli(['schema']);
  const { properties, required } = JSON.parse(stdout);
  expect([code, required]).toEqual([0, ['people', 'places', 'organizations', 'entities']]);
  const doc = JSON.parse((await kunye(['a.txt'])).stdout);
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(doc)));
  const fields = Object.keys(properties.entities.items.properties);
  for (const entity of doc.entities) expect(fields).toEqual(expect.arrayContaining(Object.keys(entity)));
});
