/** Fenced blocks of a Markdown text: their language, what else the fence says, their content and line. */
export function fencedBlocks(markdown) {
  const blocks = [];
  let open;
  markdown.split('\n').forEach((line, index) => {
    const fence = /^ *```(\S*) ?(.*)$/u.exec(line);
    if (!fence) open?.lines.push(line);
    else if (open) {
      blocks.push({ language: open.language, note: open.note, line: open.line, code: `${open.lines.join('\n')}\n` });
      open = undefined;
    } else open = { language: fence[1], note: fence[2], line: index + 1, lines: [] };
  });
  return blocks;
}

/** The `@example` parts of a TypeScript file's doc comments, with their lines. */
export function commentExamples(source) {
  return [...source.matchAll(/^ *\* @example\n((?: *\*(?!\/| @).*\n)+)/gmu)].map((found) => ({
    line: source.slice(0, found.index).split('\n').length,
    code: found[1].replace(/^ *\* ?/gmu, ''),
  }));
}

/** Commands and expected output of a console block: a command follows `$ `, its output stands below. */
export function consoleSteps(code) {
  return code
    .split(/^\$ /mu)
    .slice(1)
    .map((part) => {
      const [command, ...output] = part.split('\n');
      return { command, output: output.join('\n').trimEnd() };
    });
}

/** Turns `expression; // => value` lines of a program into checks of the value. */
export function withChecks(code, language = 'js') {
  const checked = code.replace(
    /^(\s*)(\S.*?);?\s*\/\/ => (.+)$/gmu,
    (_, indent, expression, value) => `${indent}assert.deepEqual(plain(${expression}), plain(${value}));`,
  );
  const type = language === 'ts' ? ': unknown' : '';
  const plain = `const plain = (value${type}) => (value === undefined ? value : JSON.parse(JSON.stringify(value)));`;
  return `import assert from 'node:assert/strict';\n${plain}\n${checked}`;
}
